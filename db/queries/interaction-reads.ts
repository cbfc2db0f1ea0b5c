import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { Database } from '../schema/database.ts';
import { personVisibleOrNone, visibleTo, type Actor } from '../visibility.ts';

/** One interaction with its rows, as far as the actor sees them. */
export interface InteractionRecord extends Selectable<Database['interaction']> {
  countries: number[];
  workAreas: number[];
  instruments: number[];
  staff: number[];
  readers: number[];
}

/** The interaction of this ref if the actor may see it, archived ones included. Texts are as stored. */
export async function findVisibleInteraction(
  db: Db,
  actor: Actor,
  ref: string,
): Promise<InteractionRecord | undefined> {
  const row = await db
    .selectFrom('interaction')
    .selectAll()
    .where('ref', '=', ref)
    .where(visibleTo(actor, 'interaction'))
    .executeTakeFirst();
  if (!row) return undefined;
  const of = row.id;
  const countries = await db
    .selectFrom('interaction_country')
    .select('country_id as id')
    .where('interaction_id', '=', of)
    .execute();
  const areas = await db
    .selectFrom('interaction_work_area')
    .select('work_area_id as id')
    .where('interaction_id', '=', of)
    .execute();
  const instruments = await db
    .selectFrom('interaction_instrument')
    .select('instrument_id as id')
    .where('interaction_id', '=', of)
    .execute();
  const staff = await db
    .selectFrom('interaction_staff')
    .select('account_id as id')
    .where('interaction_id', '=', of)
    .execute();
  const readers = await db
    .selectFrom('interaction_named_reader')
    .select('account_id as id')
    .where('interaction_id', '=', of)
    .execute();
  const ids = (rows: { id: number }[]) => rows.map((one) => one.id).sort((a, b) => a - b);
  return {
    ...row,
    countries: ids(countries),
    workAreas: ids(areas),
    instruments: ids(instruments),
    staff: ids(staff),
    readers: ids(readers),
  };
}

/** Participants of some interactions, without those who are hidden from the actor, in the order of the form. */
export async function listVisibleParticipants(db: Db, actor: Actor, interactionIds: number[]) {
  if (interactionIds.length === 0) return [];
  return db
    .selectFrom('interaction_participant as participant')
    .leftJoin('person', 'person.id', 'participant.person_id')
    .leftJoin('organisation', 'organisation.id', 'participant.organisation_id')
    .leftJoin('position', 'position.id', 'participant.position_id')
    .select([
      'participant.id',
      'participant.ref',
      'participant.interaction_id',
      'participant.person_id',
      'participant.organisation_id',
      'person.ref as person_ref',
      'person.name as person_name',
      'person.is_code_name',
      'person.at_risk',
      'organisation.ref as organisation_ref',
      'organisation.name as organisation_name',
      'position.ref as position_ref',
      'participant.title_then',
      'participant.organisation_then',
      'participant.headcount',
      'participant.women',
      'participant.group_label',
    ])
    .where('participant.interaction_id', 'in', interactionIds)
    .where(personVisibleOrNone(actor, 'participant.person_id'))
    .orderBy('participant.interaction_id')
    .orderBy('participant.sort_order')
    .orderBy('participant.id')
    .execute();
}

/** Advice of one interaction, without what was removed. `objective_level`: above 0 it has fewer readers than the meeting. */
export async function listVisibleAdvice(db: Db, actor: Actor, interactionId: number) {
  return db
    .selectFrom('advice')
    .leftJoin('objective', 'objective.id', 'advice.objective_id')
    .selectAll('advice')
    .select('objective.level as objective_level')
    .where('advice.interaction_id', '=', interactionId)
    .where('advice.archived_at', 'is', null)
    .where(visibleTo(actor, 'advice'))
    .orderBy('advice.id')
    .execute();
}

/** Recipients of some pieces of advice, without people who are hidden from the actor. */
export async function listVisibleRecipients(db: Db, actor: Actor, adviceIds: number[]) {
  if (adviceIds.length === 0) return [];
  return db
    .selectFrom('advice_recipient as recipient')
    .leftJoin('person', 'person.id', 'recipient.person_id')
    .leftJoin('organisation', 'organisation.id', 'recipient.organisation_id')
    .select([
      'recipient.id',
      'recipient.advice_id',
      'recipient.person_id',
      'recipient.organisation_id',
      'person.ref as person_ref',
      'person.name as person_name',
      'organisation.ref as organisation_ref',
      'organisation.name as organisation_name',
    ])
    .where('recipient.advice_id', 'in', adviceIds)
    .where(personVisibleOrNone(actor, 'recipient.person_id'))
    .orderBy('recipient.id')
    .execute();
}

/** Commitments of one interaction. Where the person who promised is hidden, their name is left out. */
export async function listVisibleCommitments(db: Db, actor: Actor, interactionId: number) {
  return db
    .selectFrom('commitment')
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'commitment.by_person_id').on(visibleTo(actor, 'person')),
    )
    .leftJoin('organisation', 'organisation.id', 'commitment.by_organisation_id')
    .leftJoin('account', 'account.id', 'commitment.by_account_id')
    .selectAll('commitment')
    .select([
      'person.ref as person_ref',
      'person.name as person_name',
      'organisation.ref as organisation_ref',
      'organisation.name as organisation_name',
      'account.name as account_name',
    ])
    .where('commitment.interaction_id', '=', interactionId)
    .where('commitment.archived_at', 'is', null)
    .where(visibleTo(actor, 'commitment'))
    .orderBy('commitment.id')
    .execute();
}

export async function listVisibleFollowUps(db: Db, actor: Actor, interactionId: number) {
  return db
    .selectFrom('follow_up')
    .innerJoin('account', 'account.id', 'follow_up.assignee_id')
    .leftJoin('objective', 'objective.id', 'follow_up.objective_id')
    .selectAll('follow_up')
    .select(['account.ref as assignee_ref', 'account.name as assignee_name'])
    .select('objective.level as objective_level')
    .where('follow_up.interaction_id', '=', interactionId)
    .where('follow_up.archived_at', 'is', null)
    .where(visibleTo(actor, 'follow_up'))
    .orderBy('follow_up.id')
    .execute();
}

/** Our own reading of an interaction, with the readers named on it, if the actor is one. */
export async function findVisibleAssessment(db: Db, actor: Actor, interactionId: number) {
  const row = await db
    .selectFrom('assessment')
    .selectAll()
    .where('interaction_id', '=', interactionId)
    .where(visibleTo(actor, 'assessment'))
    .orderBy('id')
    .executeTakeFirst();
  if (!row) return undefined;
  const readers = await db
    .selectFrom('assessment_named_reader')
    .select('account_id')
    .where('assessment_id', '=', row.id)
    .execute();
  return { ...row, readers: readers.map((one) => one.account_id) };
}

type PromiseNoun = 'advice' | 'commitment' | 'follow_up';

/** Work areas and countries of some children, by the child's id. */
export async function listPromiseLinks(db: Db, noun: PromiseNoun, ids: number[]) {
  const links = new Map(ids.map((id) => [id, { workAreas: [] as number[], countries: [] as number[] }]));
  if (ids.length === 0) return links;
  for (const { id, area, country } of await promiseLinks(db, { ids }, { noun })) {
    if (area !== null) links.get(id)?.workAreas.push(area);
    if (country !== null) links.get(id)?.countries.push(country);
  }
  return links;
}

const promiseLinks = prepared<
  { ids: readonly number[] },
  { id: number; area: number | null; country: number | null },
  { noun: PromiseNoun }
>(({ ids }, { noun }) => {
  const [key, those] = [sql.id(`${noun}_id`), sql.join([...ids])];
  return sql`select ${key} as id, work_area_id as area, cast(null as integer) as country
    from ${sql.table(`${noun}_work_area`)} where ${key} in (${those})
    union all select ${key}, null, country_id from ${sql.table(`${noun}_country`)} where ${key} in (${those})`;
});
