import type { Db } from '../client.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** One piece of advice with its origin and its steps, as far as the actor sees them. Texts are as stored. */

/** Archived ones too; `origin_archived_at` says whether the meeting was put away. */
export async function findVisibleAdviceRecord(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('advice')
    .leftJoin('interaction as origin', (join) =>
      join.onRef('origin.id', '=', 'advice.interaction_id').on(visibleTo(actor, 'interaction', 'origin')),
    )
    .leftJoin('objective', (join) =>
      join.onRef('objective.id', '=', 'advice.objective_id').on(visibleTo(actor, 'objective')),
    )
    .innerJoin('account as author', 'author.id', 'advice.author_id')
    .selectAll('advice')
    .select([
      'origin.ref as origin_ref',
      'origin.occurred_on as origin_on',
      'origin.summary as origin_summary',
      'origin.level as origin_level',
      'origin.archived_at as origin_archived_at',
      'objective.ref as objective_ref',
      'objective.title as objective_title',
      'objective.level as objective_level',
      'author.name as author_name',
      'author.ref as author_ref',
    ])
    .where('advice.ref', '=', ref)
    .where(visibleTo(actor, 'advice'))
    .executeTakeFirst();
}

export type AdviceRecord = NonNullable<Awaited<ReturnType<typeof findVisibleAdviceRecord>>>;

/**
 * The steps of one piece of advice in the order in which they were recorded, each with its meeting where the actor
 * sees that. The caller has shown that the actor may see the advice.
 */
export async function listAdviceSteps(db: Db, actor: Actor, adviceId: number) {
  return db
    .selectFrom('advice_step as step')
    .leftJoin('interaction as shown', (join) =>
      join
        .onRef('shown.id', '=', 'step.evidence_interaction_id')
        .on('shown.archived_at', 'is', null)
        .on(visibleTo(actor, 'interaction', 'shown')),
    )
    .innerJoin('account as author', 'author.id', 'step.author_id')
    .selectAll('step')
    .select([
      'shown.ref as shown_ref',
      'shown.occurred_on as shown_on',
      'shown.summary as shown_summary',
      'shown.level as shown_level',
      'author.name as author_name',
    ])
    .where('step.advice_id', '=', adviceId)
    .orderBy('step.id')
    .execute();
}

export type AdviceStepRow = Awaited<ReturnType<typeof listAdviceSteps>>[number];

/** The date of the last step of some pieces of advice. The caller has shown that the actor may see them. */
export async function listLastStepDates(db: Db, adviceIds: readonly number[]): Promise<Map<number, string>> {
  if (adviceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('advice_step')
    .select(({ fn }) => ['advice_id', fn.max('occurred_on').as('on')])
    .where('advice_id', 'in', [...adviceIds])
    .groupBy('advice_id')
    .execute();
  return new Map(rows.map((row) => [row.advice_id, row.on]));
}

/** Visible interactions by ref, for the words of a history. */
export async function listVisibleInteractionDays(
  db: Db,
  actor: Actor,
  refs: readonly string[],
): Promise<{ ref: string; occurred_on: string }[]> {
  if (refs.length === 0) return [];
  return db
    .selectFrom('interaction')
    .select(['ref', 'occurred_on'])
    .where('ref', 'in', [...refs])
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .execute();
}

/** Objectives that advice may serve: what the actor sees, in some countries or in all, without what was put away. */
export async function listVisibleObjectives(
  db: Db,
  actor: Actor,
  where: { countryIds: readonly number[]; limit: number },
) {
  return db
    .selectFrom('objective')
    .select(['id', 'ref', 'title', 'level', 'country_id', 'work_area_id', 'instrument_id'])
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'objective'))
    .$if(where.countryIds.length > 0, (query) => query.where('country_id', 'in', [...where.countryIds]))
    .orderBy('moved_on', 'desc')
    .orderBy('id', 'desc')
    .limit(where.limit)
    .execute();
}

/** One of them by ref. */
export async function findVisibleObjectiveOf(db: Db, actor: Actor, ref: string) {
  return db
    .selectFrom('objective')
    .select(['id', 'ref', 'title', 'level', 'country_id', 'work_area_id', 'instrument_id'])
    .where('ref', '=', ref)
    .where('archived_at', 'is', null)
    .where(visibleTo(actor, 'objective'))
    .executeTakeFirst();
}
