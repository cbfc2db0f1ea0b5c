import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { offerEvidence } from '#app/domain/advice/offer-evidence.server.ts';
import { blankStep } from '#app/domain/advice/step-form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { World } from '../world.ts';

/** Takes advice on by a step or two, shown by meetings of any level that its author sees. */
export async function actOnAdvice(world: World, contexts: readonly Context[]): Promise<void> {
  const advice = await world.db
    .selectFrom('advice')
    .select(['id', 'ref', 'author_id', 'given_on', 'version'])
    .orderBy('id')
    .execute();
  for (const [index, one] of advice.entries()) {
    const context = contexts.find(({ actor }) => actor.accountId === one.author_id);
    if (!context || index % 4 === 3) continue;
    const met = await offerEvidence(context, {
      countryId: context.reference.findCountry('TGO')?.id,
      organisationId: world.ministry.id,
      from: one.given_on,
    });
    const meeting = met[index % Math.max(met.length, 1)];
    const step = {
      ...blankStep(one.version, meeting?.on ?? one.given_on),
      evidence: 'staff_judgement',
      status: ['acknowledged', 'adopted', 'rejected'][index % 3] ?? '',
      reason: index % 3 === 2 ? `Reason ${index}` : '',
      whatChanged: `What changed ${index}`,
      ...(meeting ? { evidence: 'interaction', meeting: meeting.ref } : {}),
      ...(index % 5 === 0 ? { link: `Document ${index}` } : {}),
    };
    const moved = await moveAdvice(context, one.ref, step);
    if (moved.outcome !== 'saved') throw new Error(`The advice was not moved: ${JSON.stringify(moved)}`);
  }
}
