import type { Trx } from '../client.ts';

/** Rewrites one stored text: given its level before and after, and where it stands. */
export type Rewrite = (
  levelBefore: number,
  levelAfter: number,
  place: `${string}|${string}|${string}`,
  stored: string,
) => string;

/**
 * Rewrites every text that hangs on an interaction when its level changes, hidden rows among them: what was sealed
 * is opened, what was open is sealed. `level` is the interaction's new level; what serves a stricter objective keeps
 * that one's. The interaction's own summary and notes are written by whoever edits them.
 */
export async function rewriteChildTexts(
  trx: Trx,
  interactionId: number,
  level: number,
  rewrite: Rewrite,
): Promise<void> {
  const advice = await trx
    .selectFrom('advice')
    .leftJoin('objective', 'objective.id', 'advice.objective_id')
    .select(['advice.id', 'advice.ref', 'advice.level', 'advice.body', 'objective.level as other_level'])
    .where('advice.interaction_id', '=', interactionId)
    .execute();
  await rewriteAdvice(trx, advice, level, rewrite);
  const commitments = await trx
    .selectFrom('commitment')
    .select(['id', 'ref', 'level', 'body', 'reason'])
    .where('interaction_id', '=', interactionId)
    .execute();
  for (const row of commitments) {
    const body = rewrite(row.level, level, `commitment|body|${row.ref}`, row.body);
    const reason =
      row.reason === null ? null : rewrite(row.level, level, `commitment|reason|${row.ref}`, row.reason);
    if (body !== row.body || reason !== row.reason) {
      await trx.updateTable('commitment').set({ body, reason }).where('id', '=', row.id).execute();
    }
  }
  const followUps = await trx
    .selectFrom('follow_up')
    .leftJoin('objective', 'objective.id', 'follow_up.objective_id')
    .select(['follow_up.id', 'follow_up.ref', 'follow_up.level', 'follow_up.title', 'follow_up.outcome'])
    .select('objective.level as other_level')
    .where('follow_up.interaction_id', '=', interactionId)
    .execute();
  await rewriteFollowUps(trx, followUps, level, rewrite);
  await rewriteAssessments(trx, interactionId, level, rewrite);
  await rewriteParticipants(trx, interactionId, level, rewrite);
}

const PARTICIPANT_TEXTS = ['title_then', 'organisation_then', 'group_label'] as const;

async function rewriteParticipants(
  trx: Trx,
  interactionId: number,
  level: number,
  rewrite: Rewrite,
): Promise<void> {
  const rows = await trx
    .selectFrom('interaction_participant')
    .select(['id', 'ref', 'level', ...PARTICIPANT_TEXTS])
    .where('interaction_id', '=', interactionId)
    .execute();
  for (const row of rows) {
    const changed: Partial<Record<(typeof PARTICIPANT_TEXTS)[number], string>> = {};
    for (const column of PARTICIPANT_TEXTS) {
      const stored = row[column];
      if (stored === null) continue;
      const text = rewrite(row.level, level, `interaction_participant|${column}|${row.ref}`, stored);
      if (text !== stored) changed[column] = text;
    }
    if (Object.keys(changed).length > 0)
      await trx.updateTable('interaction_participant').set(changed).where('id', '=', row.id).execute();
  }
}

/** The columns of a step that hold what somebody wrote; `advice_step|<column>|<ref>` is where each stands. */
export const STEP_TEXTS = [
  'note',
  'evidence_link',
  'what_changed',
  'changed_by',
  'verified_by',
  'reason',
] as const;

/** What hangs on a record whose level changes, and perhaps on another that keeps its own. */
export interface Hanging {
  id: number;
  ref: string;
  level: number;
  /** The level of its other parent; null where it has none. */
  other_level: number | null;
}

/** What a record above one of this level becomes: never more open than its other parent. */
export const strictest = (level: number, { other_level }: Pick<Hanging, 'other_level'>): number =>
  Math.max(level, other_level ?? 0);

/** Some pieces of advice with their steps. `level`: that of the parent that changes. */
export async function rewriteAdvice(
  trx: Trx,
  advice: readonly (Hanging & { body: string })[],
  level: number,
  rewrite: Rewrite,
): Promise<void> {
  for (const row of advice) {
    const after = strictest(level, row);
    const body = rewrite(row.level, after, `advice|body|${row.ref}`, row.body);
    if (body !== row.body) await trx.updateTable('advice').set({ body }).where('id', '=', row.id).execute();
    await rewriteSteps(trx, row, after, rewrite);
  }
}

/** The same of tasks. */
export async function rewriteFollowUps(
  trx: Trx,
  followUps: readonly (Hanging & { title: string; outcome: string | null })[],
  level: number,
  rewrite: Rewrite,
): Promise<void> {
  for (const row of followUps) {
    const after = strictest(level, row);
    const title = rewrite(row.level, after, `follow_up|title|${row.ref}`, row.title);
    const outcome =
      row.outcome === null ? null : rewrite(row.level, after, `follow_up|outcome|${row.ref}`, row.outcome);
    if (title === row.title && outcome === row.outcome) continue;
    await trx.updateTable('follow_up').set({ title, outcome }).where('id', '=', row.id).execute();
  }
}

async function rewriteSteps(
  trx: Trx,
  advice: { id: number; level: number },
  level: number,
  rewrite: Rewrite,
): Promise<void> {
  const steps = await trx
    .selectFrom('advice_step')
    .select(['id', 'ref', ...STEP_TEXTS])
    .where('advice_id', '=', advice.id)
    .execute();
  for (const step of steps) {
    const texts = STEP_TEXTS.map((column) => {
      const stored = step[column];
      return [
        column,
        stored === null ? null : rewrite(advice.level, level, `advice_step|${column}|${step.ref}`, stored),
      ] as const;
    });
    if (texts.every(([column, text]) => text === step[column])) continue;
    await trx.updateTable('advice_step').set(Object.fromEntries(texts)).where('id', '=', step.id).execute();
  }
}

/** An assessment never becomes more open by this: it keeps the stricter of its level and the interaction's. */
async function rewriteAssessments(
  trx: Trx,
  interactionId: number,
  level: number,
  rewrite: Rewrite,
): Promise<void> {
  const rows = await trx
    .selectFrom('assessment')
    .select(['id', 'ref', 'level', 'body'])
    .where('interaction_id', '=', interactionId)
    .execute();
  for (const row of rows) {
    const strictest = Math.max(row.level, level);
    const body = rewrite(row.level, strictest, `assessment|body|${row.ref}`, row.body);
    await trx.updateTable('assessment').set({ body, level: strictest }).where('id', '=', row.id).execute();
  }
}
