import { sql, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { personVisibleOrNone, readsRecords, visibleTo, type Actor } from '../visibility.ts';

/** One organisation with its surroundings. Organisations are not a protected noun; the people in them are. */
export async function findOrganisation(db: Db, ref: string) {
  const row = await db
    .selectFrom('organisation')
    .leftJoin('organisation as parent', 'parent.id', 'organisation.parent_id')
    .leftJoin('account as owner', 'owner.id', 'organisation.owner_id')
    .select([
      'organisation.id',
      'organisation.ref',
      'organisation.name',
      'organisation.acronym',
      'organisation.partner_type_id',
      'organisation.country_id',
      'organisation.website',
      'parent.ref as parent_ref',
      'parent.name as parent_name',
      'owner.name as owner_name',
    ])
    .where('organisation.ref', '=', ref)
    .where('organisation.archived_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const names = await db
    .selectFrom('organisation_name')
    .select('name')
    .where('organisation_id', '=', row.id)
    .orderBy('id')
    .execute();
  return { ...row, otherNames: names.map(({ name }) => name) };
}

export interface MemberRow {
  person_id: number;
  person_ref: string;
  name: string;
  at_risk: number;
  level: number;
  title: string;
  from_on: string | null;
  until_on: string | null;
}

/** The people who hold or held a post there, by name, without those who are hidden from the actor. */
export async function listMembers(db: Db, actor: Actor, organisationId: number): Promise<MemberRow[]> {
  if (!readsRecords(actor)) return [];
  return db
    .selectFrom('position')
    .innerJoin('person', 'person.id', 'position.person_id')
    .select([
      'person.id as person_id',
      'person.ref as person_ref',
      'person.name',
      'person.at_risk',
      'person.level',
      'position.title',
      'position.from_on',
      'position.until_on',
    ])
    .where('position.organisation_id', '=', organisationId)
    .where('person.archived_at', 'is', null)
    .where(visibleTo(actor, 'person'))
    .orderBy('person.name_folded')
    .orderBy('person.id')
    .orderBy('position.id')
    .execute();
}

/** Meetings held with an organisation from one day to another, both included, each counted once. */
export async function countMeetingsWith(
  db: Db,
  actor: Actor,
  organisationId: number,
  days: { from: string; to: string },
): Promise<number> {
  if (!readsRecords(actor)) return 0;
  const row = await db
    .selectFrom('interaction_participant as met')
    .innerJoin('interaction', 'interaction.id', 'met.interaction_id')
    .select((eb) => eb.fn.count<number>('met.interaction_id').distinct().as('count'))
    .where('met.organisation_id', '=', organisationId)
    .where('met.occurred_on', '>=', days.from)
    .where('met.occurred_on', '<=', days.to)
    .where('interaction.state', '=', 'held')
    .where('interaction.archived_at', 'is', null)
    .where(sql<SqlBool>`${personVisibleOrNone(actor, 'met.person_id')}`)
    .where(visibleTo(actor, 'interaction'))
    .executeTakeFirstOrThrow();
  return row.count;
}
