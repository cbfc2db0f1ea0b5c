import { sql, type RawBuilder } from 'kysely';
import { circleOfAdvice, isAdviceApart } from '../advice-audience.ts';
import type { Trx } from '../client.ts';
import { isOfTeams, these, type IdSet } from './tally-words.ts';

/**
 * Advice by country, month and status, and how long it took to be adopted. What a piece was counted as stands beside
 * its countries, so that counting it again takes that out first, whatever has changed meanwhile. What named people
 * alone may read is in no tally.
 */

/** Counts advice anew. To be called after every change of its status, steps, day, countries, level or archival. */
export async function countAdvice(trx: Trx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await recount(trx, these(ids));
}

/** The same for all that was advised in some interactions. */
export async function countAdviceOf(trx: Trx, interactions: IdSet): Promise<void> {
  await recount(trx, sql`(select id from advice where interaction_id in ${interactions})`);
}

/** To be called before the countries of advice are taken from it, or its day changes. */
export async function takeAdviceOut(trx: Trx, ids: readonly number[]): Promise<void> {
  await takeOut(trx, these(ids));
}

async function recount(trx: Trx, those: IdSet): Promise<void> {
  await takeOut(trx, those);
  await sql`update advice_country set
      status_id = (select status_id from advice where advice.id = advice_country.advice_id),
      months = (select ${monthsBetween(sql.ref('advice_country.given_on'), sql`min(step.occurred_on)`)}
        from advice_step as step inner join term on term.id = step.status_id and term.meaning = 'positive'
        inner join advice on advice.id = step.advice_id and advice.meaning = 'positive'
        where step.advice_id = advice_country.advice_id),
      circle_id = ${circleOfAdvice},
      apart = ${isAdviceApart}
    where advice_id in ${those}`.execute(trx);
  await tallyAdvice(trx, those, 1);
}

async function takeOut(trx: Trx, those: IdSet): Promise<void> {
  const counted = await sql`select advice_id from advice_country
    where advice_id in ${those} and circle_id is not null limit 1`.execute(trx);
  if (counted.rows.length === 0) return;
  await tallyAdvice(trx, those, -1);
  await sql`update advice_country set circle_id = null where advice_id in ${those}`.execute(trx);
}

async function tallyAdvice(trx: Trx, set: IdSet, by: 1 | -1): Promise<void> {
  const pieces = sql`${sql.lit(by)} * count(*)`;
  const those = sql`from ${countedAs(set)} as link`;
  await sql`insert into country_advice_tally (country_id, circle_id, month, status_id, pieces)
    select country_id, circle_id, substr(given_on, 1, 7), status_id, ${pieces} ${those} where true
    group by country_id, circle_id, substr(given_on, 1, 7), status_id order by 1, 2, 3, 4
    on conflict (country_id, circle_id, month, status_id) do update set
      pieces = country_advice_tally.pieces + excluded.pieces`.execute(trx);
  await sql`insert into country_adoption_tally (country_id, circle_id, year, months, pieces)
    select country_id, circle_id, substr(given_on, 1, 4), months, ${pieces} ${those} where months is not null
    group by country_id, circle_id, substr(given_on, 1, 4), months order by 1, 2, 3, 4
    on conflict (country_id, circle_id, year, months) do update set
      pieces = country_adoption_tally.pieces + excluded.pieces`.execute(trx);
}

/** The links of advice that is counted, once for its circle and, where that is one of teams, once for 'covering'. */
function countedAs(set: IdSet): RawBuilder<unknown> {
  const those = sql`advice_id in ${set} and circle_id is not null`;
  return sql`(select country_id, circle_id, given_on, status_id, months from advice_country where ${those}
    union all select country_id, covering.id, given_on, status_id, months
    from advice_country inner join circle as covering on covering.key = 'covering'
    where ${those} and ${isOfTeams('advice_country.circle_id')})`;
}

/** Months of thirty days between two days, rounded: whole numbers, so that both engines say the same. */
function monthsBetween(from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<number> {
  const part = (day: RawBuilder<unknown>, at: number, length: number) =>
    sql`cast(substr(${day}, ${sql.lit(at)}, ${sql.lit(length)}) as integer)`;
  return sql`(((${part(to, 1, 4)} - ${part(from, 1, 4)}) * 12 + ${part(to, 6, 2)} - ${part(from, 6, 2)}) * 30
    + ${part(to, 9, 2)} - ${part(from, 9, 2)} + 15) / 30`;
}
