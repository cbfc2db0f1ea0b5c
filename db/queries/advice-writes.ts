import type { Insertable, Updateable } from 'kysely';
import type { Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';
import { countAdvice, takeAdviceOut } from './advice-tallies.ts';
import type { PromiseLinks, Recipient } from './promise-writes.ts';

/** Writes of advice with its recipients, work areas, countries and steps; each keeps the counts. */

export async function insertAdvice(
  trx: Trx,
  row: Omit<Insertable<Database['advice']>, 'id'>,
  recipients: Recipient[],
  links: PromiseLinks,
): Promise<number> {
  const { id } = await trx.insertInto('advice').values(row).returning('id').executeTakeFirstOrThrow();
  await addRecipients(trx, id, recipients);
  await insertAdviceLinks(trx, id, row.given_on, links);
  return id;
}

/** False where `version` is given and is no longer the one that was seen: nothing is changed then. */
export async function updateAdvice(
  trx: Trx,
  id: number,
  row: Updateable<Database['advice']>,
  version?: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('advice')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .$if(version !== undefined, (update) => update.where('version', '=', version ?? 0))
    .executeTakeFirst();
  await countAdvice(trx, [id]);
  return numUpdatedRows === 1n;
}

export async function addRecipients(trx: Trx, adviceId: number, recipients: Recipient[]): Promise<void> {
  if (recipients.length === 0) return;
  await trx
    .insertInto('advice_recipient')
    .values(recipients.map((one) => ({ ...one, advice_id: adviceId })))
    .execute();
}

/** Takes out only the recipients named: an editor does not see them all. */
export async function deleteRecipients(trx: Trx, ids: number[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('advice_recipient').where('id', 'in', ids).execute();
}

export async function replaceAdviceLinks(
  trx: Trx,
  adviceId: number,
  givenOn: string,
  links: PromiseLinks,
): Promise<void> {
  await takeAdviceOut(trx, [adviceId]);
  await trx.deleteFrom('advice_work_area').where('advice_id', '=', adviceId).execute();
  await trx.deleteFrom('advice_country').where('advice_id', '=', adviceId).execute();
  await insertAdviceLinks(trx, adviceId, givenOn, links);
  await countAdvice(trx, [adviceId]);
}

async function insertAdviceLinks(
  trx: Trx,
  adviceId: number,
  givenOn: string,
  links: PromiseLinks,
): Promise<void> {
  const link = { advice_id: adviceId, given_on: givenOn };
  const areas = links.workAreas.map((work_area_id) => ({ ...link, work_area_id }));
  const countries = links.countries.map((country_id) => ({ ...link, country_id }));
  if (areas.length > 0) await trx.insertInto('advice_work_area').values(areas).execute();
  if (countries.length > 0) await trx.insertInto('advice_country').values(countries).execute();
}

/** The first step of new advice is what puts it into the counts. */
export async function insertAdviceStep(
  trx: Trx,
  row: Omit<Insertable<Database['advice_step']>, 'id'>,
): Promise<void> {
  await trx.insertInto('advice_step').values(row).execute();
  await countAdvice(trx, [row.advice_id]);
}

/** False where the version is no longer the one that was seen: nothing is changed then. */
export async function updateAdviceStep(
  trx: Trx,
  id: number,
  version: number,
  row: Updateable<Database['advice_step']>,
): Promise<boolean> {
  const updated = await trx
    .updateTable('advice_step')
    .set({ ...row, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('advice_id')
    .executeTakeFirst();
  if (updated) await countAdvice(trx, [updated.advice_id]);
  return updated !== undefined;
}

/** The first step of advice is dated as the advice itself. The caller counts the advice anew. */
export async function redateFirstSteps(trx: Trx, adviceIds: number[], givenOn: string): Promise<void> {
  if (adviceIds.length === 0) return;
  await trx
    .updateTable('advice_step')
    .set({ occurred_on: givenOn })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('advice_step as step')
        .select((inner) => inner.fn.min('step.id').as('id'))
        .where('step.advice_id', 'in', adviceIds)
        .groupBy('step.advice_id'),
    )
    .execute();
}
