import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import type { CommitmentStatus, Side } from '../schema/promises.ts';
import { personVisibleOrNone, readsRecords, visibleTo, type Actor } from '../visibility.ts';
import { ofNoArchived } from './advice-list.ts';

export interface CommitmentFilter {
  side?: Side;
  status: CommitmentStatus;
  countryId?: number;
  workAreaId?: number;
  /** Promised by this organisation or by somebody for it; of ours, made in meetings with it. */
  organisationId?: number;
  /** Promised by this person; of ours, made in meetings with them. */
  personId?: number;
  /** Due before this day. */
  dueBefore?: string;
}

export interface CommitmentRow {
  id: number;
  ref: string;
  interaction_ref: string | null;
  body: string;
  side: Side;
  status: CommitmentStatus;
  made_on: string;
  due_on: string | null;
  closed_on: string | null;
  level: number;
  organisation_ref: string | null;
  organisation_name: string | null;
  person_ref: string | null;
  person_name: string | null;
  account_name: string | null;
  interaction_on: string | null;
  interaction_summary: string | null;
  interaction_level: number | null;
}

/** A place in the order of the register: by date due, those without one last, then by id. */
export interface DuePlace {
  dueOn: string | null;
  id: number;
}

/**
 * The register of promises of one status, the longest due first. Those with a date walk the index by date due; those
 * without come after them, since the engines disagree on where an empty date sorts.
 */
export async function listCommitments(
  db: Db,
  actor: Actor,
  filter: CommitmentFilter,
  page: { after?: DuePlace; limit: number },
): Promise<CommitmentRow[]> {
  if (!readsRecords(actor)) return [];
  const { after, limit } = page;
  if (filter.countryId !== undefined) {
    const place = after && [after.dueOn ?? '9999', after.id];
    return promisesOfCountry(db, { ...filter, countryId: filter.countryId, actor, after: place, limit });
  }
  const dated =
    after && after.dueOn === null
      ? []
      : await select(db, actor, filter, limit, [
          sql`commitment.due_on is not null`,
          ...(filter.dueBefore === undefined ? [] : [sql<SqlBool>`commitment.due_on < ${filter.dueBefore}`]),
          ...(after
            ? [sql<SqlBool>`(commitment.due_on, commitment.id) > (${after.dueOn}, ${after.id})`]
            : []),
        ]);
  if (dated.length === limit || filter.dueBefore !== undefined) return dated;
  const undated = await select(db, actor, filter, limit - dated.length, [
    sql`commitment.due_on is null`,
    ...(after && after.dueOn === null ? [sql<SqlBool>`commitment.id > ${after.id}`] : []),
  ]);
  return [...dated, ...undated];
}

type CountryValues = Omit<CommitmentFilter, 'countryId'> & {
  actor: Actor;
  countryId: number;
  after: readonly (string | number)[] | undefined;
  limit: number;
};

/** Those of a country stand in this order in the index of their own link, where no date is the last one. */
const promisesOfCountry = prepared<CountryValues, CommitmentRow>(
  ({ actor, countryId, after, limit, ...filter }, _shape, db) => {
    const conditions = matching(actor, filter);
    if (filter.dueBefore !== undefined) conditions.push(sql`place.due_on < ${filter.dueBefore}`);
    if (after) conditions.push(sql`(place.due_on, place.commitment_id) > (${sql.join([...after])})`);
    return commitmentRows(db, actor)
      .innerJoin('commitment_country as place', 'place.commitment_id', 'commitment.id')
      .where('place.country_id', '=', countryId)
      .where('place.status', '=', filter.status)
      .where(sql<SqlBool>`${sql.join(conditions, sql` and `)}`)
      .orderBy('place.due_on')
      .orderBy('place.commitment_id')
      .limit(limit);
  },
);

async function select(
  db: Db,
  actor: Actor,
  filter: CommitmentFilter,
  limit: number,
  place: RawBuilder<SqlBool>[],
): Promise<CommitmentRow[]> {
  return commitmentRows(db, actor)
    .where(sql<SqlBool>`${sql.join([...matching(actor, filter), ...place], sql` and `)}`)
    .orderBy('commitment.due_on')
    .orderBy('commitment.id')
    .limit(limit)
    .execute();
}

function commitmentRows(db: Db, actor: Actor, { archivedToo = false } = {}) {
  return db
    .selectFrom('commitment')
    .leftJoin('interaction', 'interaction.id', 'commitment.interaction_id')
    .leftJoin('organisation', 'organisation.id', 'commitment.by_organisation_id')
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'commitment.by_person_id').on(visibleTo(actor, 'person')),
    )
    .leftJoin('account', 'account.id', 'commitment.by_account_id')
    .select([
      'commitment.id',
      'commitment.ref',
      'interaction.ref as interaction_ref',
      'commitment.body',
      'commitment.side',
      'commitment.status',
      'commitment.made_on',
      'commitment.due_on',
      'commitment.closed_on',
      'commitment.level',
      'organisation.ref as organisation_ref',
      'organisation.name as organisation_name',
      'person.ref as person_ref',
      'person.name as person_name',
      'account.name as account_name',
      'interaction.occurred_on as interaction_on',
      'interaction.summary as interaction_summary',
      'interaction.level as interaction_level',
    ])
    .$if(!archivedToo, (query) =>
      query.where('commitment.archived_at', 'is', null).where(ofNoArchived('commitment')),
    )
    .where(visibleTo(actor, 'commitment'));
}

function matching(actor: Actor, filter: CommitmentFilter): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [sql`commitment.status = ${filter.status}`];
  if (filter.side) conditions.push(sql`commitment.side = ${filter.side}`);
  if (filter.organisationId !== undefined) {
    conditions.push(ofPartner(actor, { organisationId: filter.organisationId }));
  }
  if (filter.personId !== undefined) {
    conditions.push(ofPartner(actor, { personId: filter.personId }));
  }
  // every work area has many promises: asked of each row of the walk, not collected first
  if (filter.workAreaId !== undefined) {
    conditions.push(sql`exists (select 1 from commitment_work_area as area
      where area.commitment_id = commitment.id and area.work_area_id = ${filter.workAreaId})`);
  }
  return conditions;
}

/** Theirs: promised by the partner. Ours: promised in a meeting with them. */
function ofPartner(
  actor: Actor,
  partner: { organisationId: number } | { personId: number },
): RawBuilder<SqlBool> {
  const by =
    'personId' in partner
      ? sql`commitment.by_person_id = ${partner.personId}`
      : sql`commitment.by_organisation_id = ${partner.organisationId}`;
  return sql`(${by} or (commitment.side = 'ours' and commitment.interaction_id in ${meetingsWith(actor, partner)}))`;
}

/** The place of a promise that a page was turned at, if the actor sees it. */
export async function findVisibleDuePlace(db: Db, actor: Actor, ref: string): Promise<DuePlace | undefined> {
  return db
    .selectFrom('commitment')
    .select(['due_on as dueOn', 'id'])
    .where('ref', '=', ref)
    .where(visibleTo(actor, 'commitment'))
    .executeTakeFirst();
}

/** Our own open promises made in meetings with an organisation, or with a person, the longest due first. */
export async function listOwnPromisesTo(
  db: Db,
  actor: Actor,
  partner: { organisationId: number } | { personId: number },
  limit: number,
): Promise<CommitmentRow[]> {
  if (!readsRecords(actor)) return [];
  return commitmentRows(db, actor)
    .where('commitment.status', '=', 'open')
    .where('commitment.side', '=', 'ours')
    .where(sql<SqlBool>`commitment.interaction_id in ${meetingsWith(actor, partner)}`)
    .orderBy(sql`coalesce(commitment.due_on, '9999')`)
    .orderBy('commitment.id')
    .limit(limit)
    .execute();
}

/** What a person promised, open first, then the latest. */
export async function listPromisesOfPerson(
  db: Db,
  actor: Actor,
  personId: number,
  limit: number,
): Promise<CommitmentRow[]> {
  if (!readsRecords(actor)) return [];
  return commitmentRows(db, actor)
    .where('commitment.by_person_id', '=', personId)
    .where(sql<SqlBool>`commitment.interaction_id in ${meetingsWith(actor, { personId })}`)
    .orderBy(sql`case when commitment.status = 'open' then 0 else 1 end`)
    .orderBy(sql`coalesce(commitment.due_on, '9999')`)
    .orderBy('commitment.id')
    .limit(limit)
    .execute();
}

/** The meetings that a partner took part in, without those known only by a hidden person. */
export function meetingsWith(
  actor: Actor,
  partner: { organisationId: number } | { personId: number },
): RawBuilder<number> {
  return 'personId' in partner
    ? sql`(select met.interaction_id from interaction_participant as met where met.person_id = ${partner.personId})`
    : sql`(select met.interaction_id from interaction_participant as met
        where met.organisation_id = ${partner.organisationId} and ${personVisibleOrNone(actor, 'met.person_id')})`;
}

/** Who promised: the partner, if the actor sees them, or our colleague. */
export async function findVisiblePromiser(
  db: Db,
  actor: Actor,
  id: number,
): Promise<CommitmentRow | undefined> {
  return commitmentRows(db, actor, { archivedToo: true }).where('commitment.id', '=', id).executeTakeFirst();
}
