import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { settleCommitment } from '#app/domain/commitments/settle-commitment.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { editFollowUp } from '#app/domain/follow-ups/edit-follow-up.server.ts';
import { openFollowUpForEdit } from '#app/domain/follow-ups/open-for-edit.server.ts';
import { snoozeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { LEVELS } from '#db/levels.ts';
import { logged, meetingForm, type World } from '../world.ts';

/** Does to each follow-up, in turn, one of the things that can be done to it; settles some promises. */
export async function actOnFollowUps(world: World, contexts: readonly Context[]): Promise<void> {
  const { db } = world;
  const authorOf = (id: number): Context => {
    const found = contexts.find(({ actor }) => actor.accountId === id);
    if (!found) throw new Error('A record has no author among the contexts.');
    return found;
  };
  const followUps = await db
    .selectFrom('follow_up')
    .select(['ref', 'author_id', 'level', 'version'])
    .orderBy('id')
    .execute();
  for (const [index, { ref, author_id, level, version }] of followUps.entries()) {
    const context = authorOf(author_id);
    if (index % 5 === 0) await snoozeFollowUp(context, ref, 'next-week');
    if (index % 5 === 1) {
      const { form } = await openFollowUpForEdit(context, ref);
      await editFollowUp(context, ref, { ...form, recurrence: 'monthly', priority: 'high' }, version);
      await completeFollowUp(context, ref, `Outcome ${index}`);
    }
    if (index % 5 === 2 && level === 0) {
      const other = contexts[index % contexts.length] ?? context;
      await assignFollowUp(context, ref, { assignee: other.actor.ref, note: `Note ${index}` });
    }
    // What comes of it may be closed to those who see it.
    if (index % 5 === 3) {
      const sensitivity = LEVELS[index % LEVELS.length] ?? 'internal';
      const partners = [{ organisation: world.ministry.ref }];
      await logged(
        context,
        meetingForm(context, partners, { sensitivity, followUp: ref, summary: `Came of it ${index}` }),
      );
    }
  }
  const promises = await db.selectFrom('commitment').select(['ref', 'author_id']).orderBy('id').execute();
  for (const [index, { ref, author_id }] of promises.entries()) {
    const context = authorOf(author_id);
    const reason = `Reason ${index}`;
    const on = today(context);
    if (index % 3 === 0) await settleCommitment(context, ref, { status: 'kept', on, reason: '' });
    if (index % 3 === 1) await settleCommitment(context, ref, { status: 'broken', on, reason });
  }
}
