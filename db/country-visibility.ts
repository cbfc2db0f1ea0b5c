import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { principalsOf, readsRecords, visibleTo, type Actor } from './visibility.ts';

/** Need to know, for what is counted of one country: the same predicate, over tallies and over what is in none. */

/**
 * Circles of a tally of one country whose every record the actor may see. Whoever belongs to a team that covers it sees all that is confidential there,
 * which is kept as one sum (the circle 'covering') beside the circles: a busy country has dozens of them.
 */
export function circleOfCountryVisibleTo(
  actor: Actor,
  countryId: number,
  circleId: string,
): Expression<SqlBool> {
  if (!readsRecords(actor)) return sql<SqlBool>`1 = 0`;
  const teams = actor.teamIds.length > 0 ? sql.join([...actor.teamIds]) : sql`-1`;
  const covers = sql`exists (select 1 from team_country where country_id = ${countryId} and team_id in (${teams}))`;
  return sql<SqlBool>`${sql.ref(circleId)} in (
    select id from circle where key = 'everyone'
    union all select id from circle where key = 'covering' and ${covers}
    union all select circle_id from circle_team where team_id in (${teams}) and not ${covers})`;
}

/**
 * Of one country, the interactions that the actor may see but that no tally above counts for them, archived ones
 * left out: they are few, and counted one by one. Rows: id, held (1 or 0), occurred_on.
 */
export function visibleOutsideTalliesOf(
  actor: Actor,
  countryId: number,
  days?: { from: string; to: string },
): RawBuilder<{ id: number; held: number; occurred_on: string }> {
  const mine = readsRecords(actor) ? actor.accountId : -1;
  const teams = actor.teamIds.length > 0 ? sql.join([...actor.teamIds]) : sql`-1`;
  const within = days
    ? sql`and reader.occurred_on >= ${days.from} and reader.occurred_on <= ${days.to}`
    : sql``;
  return sql`select reader.interaction_id as id, reader.held, reader.occurred_on
    from country_account_reader as reader
    where reader.country_id = ${countryId} and reader.principal_id = ${mine} ${within}
      and reader.logged = 1 and not exists (select 1 from circle_team
        where circle_team.circle_id = reader.circle_id and circle_team.team_id in (${teams}))`;
}

/**
 * Meetings held on a country, by a kind of partner that is known there only through people above internal whom the
 * actor may see. Rows: interaction_id, occurred_on, term_id, each once.
 */
export function guardedKindsVisibleTo(
  actor: Actor,
  countryId: number,
  days: { from: string; to: string },
): RawBuilder<{ interaction_id: number; occurred_on: string; term_id: number }> {
  const principals = principalsOf(actor);
  const mine = principals.length > 0 ? sql.join(principals) : sql`-1`;
  return sql`select distinct guarded.interaction_id, guarded.occurred_on, guarded.term_id
    from country_guarded_kind as guarded
    where guarded.country_id = ${countryId} and guarded.principal_id in (${mine})
      and guarded.occurred_on >= ${days.from} and guarded.occurred_on <= ${days.to}
      and (guarded.level = 0 or exists (select 1 from interaction_reader as reader
        where reader.interaction_id = guarded.interaction_id and reader.principal_id in (${mine}) limit 1 offset 0))`;
}

/** True for a row that carries the level of an interaction beside its id: `link.level`, `link.interaction_id`. */
export function copiedLevelVisibleTo(actor: Actor, link: string): Expression<SqlBool> {
  const principals = principalsOf(actor);
  if (principals.length === 0) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`(${sql.ref(`${link}.level`)} = 0 or exists (select 1 from interaction_reader as reader
    where reader.interaction_id = ${sql.ref(`${link}.interaction_id`)}
      and reader.principal_id in (${sql.join(principals)}) limit 1 offset 0))`;
}

/**
 * Advice on a country since a day that no tally counts for the actor: what was said in the interactions above, what
 * serves an objective above internal, and what was said in a meeting above internal on other countries. Rows: status_id,
 * given_on, months.
 */
export function adviceOutsideTalliesOf(
  actor: Actor,
  countryId: number,
  since: string,
): RawBuilder<{ status_id: number; given_on: string; months: number | null }> {
  const these = sql`link.country_id = ${countryId} and link.given_on >= ${since}`;
  return sql`select advice.status_id, link.given_on, link.months
    from (${visibleOutsideTalliesOf(actor, countryId)}) as meeting
    inner join advice on advice.interaction_id = meeting.id and advice.archived_at is null
    inner join advice_country as link on link.advice_id = advice.id and link.apart = 0 and ${these}
    union all select advice.status_id, link.given_on, link.months
    from advice_country as link inner join advice on advice.id = link.advice_id
    left join interaction as origin on origin.id = advice.interaction_id
    where link.apart = 1 and ${these} and advice.archived_at is null and origin.archived_at is null
      and ${visibleTo(actor, 'advice')}`;
}
