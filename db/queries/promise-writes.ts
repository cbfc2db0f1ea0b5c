import { sql, type Insertable, type Updateable } from 'kysely';
import type { Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';
import type { Meaning } from '../schema/reference.ts';
import { countAdvice, takeAdviceOut } from './advice-tallies.ts';
import { redateFirstSteps } from './advice-writes.ts';

/** Writes of commitments and follow-ups with their work areas and countries, and of what a meeting takes along. */

export interface PromiseLinks {
  workAreas: number[];
  countries: number[];
}

export interface Recipient {
  organisation_id: number | null;
  person_id: number | null;
}

/** Somebody else's open form of the meeting must see that its advice was changed apart from it. */
export async function raiseInteractionVersion(trx: Trx, interactionId: number): Promise<void> {
  await trx
    .updateTable('interaction')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', interactionId)
    .execute();
}

export async function insertCommitment(
  trx: Trx,
  row: Omit<Insertable<Database['commitment']>, 'id'>,
  links: PromiseLinks,
): Promise<number> {
  const { id } = await trx.insertInto('commitment').values(row).returning('id').executeTakeFirstOrThrow();
  await replaceCommitmentLinks(trx, id, links);
  return id;
}

/** `seen`: the version that was looked at. False, and nothing changed, where it is no longer that. */
export async function updateCommitment(
  trx: Trx,
  id: number,
  row: Updateable<Database['commitment']>,
  seen?: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('commitment')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .$if(seen !== undefined, (query) => query.where('version', '=', seen ?? -1))
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  const copied = {
    ...(row.status ? { status: row.status } : {}),
    ...(row.due_on === undefined ? {} : { due_on: row.due_on ?? NO_DATE }),
  };
  if (Object.keys(copied).length > 0) {
    await trx.updateTable('commitment_country').set(copied).where('commitment_id', '=', id).execute();
  }
  return true;
}

/** Sorts after every date, where the engines disagree about null. */
const NO_DATE = '9999';

export async function replaceCommitmentLinks(trx: Trx, id: number, links: PromiseLinks): Promise<void> {
  await trx.deleteFrom('commitment_work_area').where('commitment_id', '=', id).execute();
  await trx.deleteFrom('commitment_country').where('commitment_id', '=', id).execute();
  const areas = links.workAreas.map((work_area_id) => ({ commitment_id: id, work_area_id }));
  if (areas.length > 0) await trx.insertInto('commitment_work_area').values(areas).execute();
  if (links.countries.length === 0) return;
  await sql`insert into commitment_country (commitment_id, country_id, status, due_on)
    select commitment.id, country.id, commitment.status, coalesce(commitment.due_on, ${NO_DATE})
    from commitment inner join country on country.id in (${sql.join(links.countries)})
    where commitment.id = ${id}`.execute(trx);
}

export async function insertFollowUp(
  trx: Trx,
  row: Omit<Insertable<Database['follow_up']>, 'id'>,
  links: PromiseLinks,
): Promise<number> {
  const { id } = await trx.insertInto('follow_up').values(row).returning('id').executeTakeFirstOrThrow();
  await replaceFollowUpLinks(trx, id, { meaning: row.meaning, due_on: row.due_on }, links);
  return id;
}

/** False where the version is no longer the one that was seen: nothing is changed then. */
export async function updateFollowUp(
  trx: Trx,
  id: number,
  version: number,
  row: Updateable<Database['follow_up']>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('follow_up')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  const copied = {
    ...(row.meaning ? { meaning: row.meaning } : {}),
    ...(row.due_on ? { due_on: row.due_on } : {}),
  };
  if (numUpdatedRows === 1n && Object.keys(copied).length > 0) {
    await trx.updateTable('follow_up_work_area').set(copied).where('follow_up_id', '=', id).execute();
    await trx.updateTable('follow_up_country').set(copied).where('follow_up_id', '=', id).execute();
  }
  return numUpdatedRows === 1n;
}

export async function replaceFollowUpLinks(
  trx: Trx,
  id: number,
  copied: { meaning: Meaning; due_on: string },
  links: PromiseLinks,
): Promise<void> {
  await trx.deleteFrom('follow_up_work_area').where('follow_up_id', '=', id).execute();
  await trx.deleteFrom('follow_up_country').where('follow_up_id', '=', id).execute();
  const link = { follow_up_id: id, ...copied };
  const areas = links.workAreas.map((work_area_id) => ({ ...link, work_area_id }));
  const countries = links.countries.map((country_id) => ({ ...link, country_id }));
  if (areas.length > 0) await trx.insertInto('follow_up_work_area').values(areas).execute();
  if (countries.length > 0) await trx.insertInto('follow_up_country').values(countries).execute();
}

/**
 * Moves what was said in a meeting with it: to another day, to another team. Advice that was dated apart from the
 * meeting keeps its own day, and so does advice of which something came before the new day.
 */
export async function moveChildren(
  trx: Trx,
  interactionId: number,
  from: { occurredOn: string },
  to: { occurredOn: string; owningTeamId: number },
): Promise<void> {
  const team = { owning_team_id: to.owningTeamId };
  for (const noun of ['advice', 'commitment', 'follow_up'] as const) {
    await trx.updateTable(noun).set(team).where('interaction_id', '=', interactionId).execute();
  }
  if (from.occurredOn === to.occurredOn) return;
  const moved = await trx
    .updateTable('advice')
    .set({ given_on: to.occurredOn })
    .where('interaction_id', '=', interactionId)
    .where('given_on', '=', from.occurredOn)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('advice_step as first')
            .innerJoin('advice_step as later', 'later.advice_id', 'first.advice_id')
            .select('later.id')
            .whereRef('first.advice_id', '=', 'advice.id')
            .whereRef('later.id', '>', 'first.id')
            .where('later.occurred_on', '<', to.occurredOn),
        ),
      ),
    )
    .returning('id')
    .execute();
  const ids = moved.map((row) => row.id);
  if (ids.length > 0) {
    await takeAdviceOut(trx, ids);
    const day = { given_on: to.occurredOn };
    await trx.updateTable('advice_work_area').set(day).where('advice_id', 'in', ids).execute();
    await trx.updateTable('advice_country').set(day).where('advice_id', 'in', ids).execute();
    await redateFirstSteps(trx, ids, to.occurredOn);
    await countAdvice(trx, ids);
  }
  await trx
    .updateTable('commitment')
    .set({ made_on: to.occurredOn })
    .where('interaction_id', '=', interactionId)
    .where('made_on', '=', from.occurredOn)
    .execute();
}

/** The level that the transaction has given it. */
export async function findLevelNow(trx: Trx, noun: 'advice' | 'follow_up', id: number): Promise<number> {
  const { level } = await trx.selectFrom(noun).select('level').where('id', '=', id).executeTakeFirstOrThrow();
  return level;
}
