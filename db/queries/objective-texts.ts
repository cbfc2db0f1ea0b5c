import type { Trx } from '../client.ts';
import { rewriteAdvice, rewriteFollowUps, type Rewrite } from './reseal.ts';

/**
 * Rewrites every text that hangs on an objective when its level changes: what was sealed is opened, what was open is
 * sealed, and what was born in a stricter meeting keeps that one's level. The objective's own title and next step are
 * written by whoever edits them.
 */
export async function rewriteObjectiveTexts(
  trx: Trx,
  objective: { id: number; level: number },
  level: number,
  rewrite: Rewrite,
): Promise<void> {
  const again = (noun: string, column: string, ref: string, stored: string | null) =>
    stored === null ? null : rewrite(objective.level, level, `${noun}|${column}|${ref}`, stored);
  const moves = await trx
    .selectFrom('objective_move')
    .select(['id', 'ref', 'note', 'evidence_link'])
    .where('objective_id', '=', objective.id)
    .execute();
  for (const { id, ref, ...row } of moves) {
    const note = again('objective_move', 'note', ref, row.note);
    const link = again('objective_move', 'evidence_link', ref, row.evidence_link);
    if (note === row.note && link === row.evidence_link) continue;
    await trx.updateTable('objective_move').set({ note, evidence_link: link }).where('id', '=', id).execute();
  }
  const stances = await trx
    .selectFrom('objective_stance')
    .select(['id', 'ref', 'note'])
    .where('objective_id', '=', objective.id)
    .execute();
  for (const { id, ref, ...row } of stances) {
    const note = again('objective_stance', 'note', ref, row.note);
    if (note !== row.note)
      await trx.updateTable('objective_stance').set({ note }).where('id', '=', id).execute();
  }
  const tasks = await trx
    .selectFrom('follow_up')
    .leftJoin('interaction', 'interaction.id', 'follow_up.interaction_id')
    .select(['follow_up.id', 'follow_up.ref', 'follow_up.level', 'follow_up.title', 'follow_up.outcome'])
    .select('interaction.level as other_level')
    .where('follow_up.objective_id', '=', objective.id)
    .execute();
  await rewriteFollowUps(trx, tasks, level, rewrite);
  const advice = await trx
    .selectFrom('advice')
    .leftJoin('interaction', 'interaction.id', 'advice.interaction_id')
    .select(['advice.id', 'advice.ref', 'advice.level', 'advice.body', 'interaction.level as other_level'])
    .where('advice.objective_id', '=', objective.id)
    .execute();
  await rewriteAdvice(trx, advice, level, rewrite);
}

/** Values in the clear that the audit holds of an objective, its stances, and what hangs on it. */
export async function listOpenValuesOfObjective(
  trx: Trx,
  objectiveId: number,
): Promise<{ event_id: number; body: string }[]> {
  const stances = await trx
    .selectFrom('objective_stance')
    .select('id')
    .where('objective_id', '=', objectiveId)
    .execute();
  const tasks = await trx
    .selectFrom('follow_up')
    .select('id')
    .where('objective_id', '=', objectiveId)
    .execute();
  const advice = await trx
    .selectFrom('advice')
    .select('id')
    .where('objective_id', '=', objectiveId)
    .execute();
  const records = [
    { noun: 'objective', ids: [objectiveId] },
    { noun: 'stance', ids: stances.map(({ id }) => id) },
    { noun: 'follow_up', ids: tasks.map(({ id }) => id) },
    { noun: 'advice', ids: advice.map(({ id }) => id) },
  ].filter(({ ids }) => ids.length > 0);
  const rows = await trx
    .selectFrom('audit_value')
    .innerJoin('audit_event', 'audit_event.id', 'audit_value.event_id')
    .select(['audit_value.event_id', 'audit_value.body'])
    .where((eb) =>
      eb.or(
        records.map(({ noun, ids }) =>
          eb.and([eb('audit_event.noun', '=', noun), eb('audit_event.record_id', 'in', ids)]),
        ),
      ),
    )
    .execute();
  return rows.filter((row) => row.body.startsWith('{'));
}
