import { sql } from 'kysely';
import { writeObjectiveAttachmentAudience } from './attachment-audience.ts';
import { CONFIDENTIAL, distinct, INTERNAL, teamsOfCountries } from './audience.ts';
import { versionAtLevel, writeSharedChildren } from './child-audience.ts';
import type { Trx } from './client.ts';
import { countAdvice } from './queries/advice-tallies.ts';

/**
 * Who may read an objective, and what hangs on it alone. To be called after every change of level, country, owner,
 * owning team or named readers, and after a task was added to it.
 */
export async function writeObjectiveAudience(trx: Trx, objectiveId: number): Promise<void> {
  const objective = await trx
    .selectFrom('objective')
    .select(['level', 'country_id', 'owning_team_id', 'owner_id', 'author_id'])
    .where('id', '=', objectiveId)
    .executeTakeFirstOrThrow();
  const { level } = objective;
  const people = [objective.author_id, objective.owner_id];
  const others =
    level === CONFIDENTIAL
      ? [objective.owning_team_id, ...(await teamsOfCountries(trx, [objective.country_id]))]
      : await namedFor(trx, objectiveId);
  const principals = level === INTERNAL ? [] : distinct([...people, ...others]);
  await trx.deleteFrom('objective_reader').where('objective_id', '=', objectiveId).execute();
  const rows = principals.map((principal_id) => ({ objective_id: objectiveId, principal_id }));
  if (rows.length > 0) await trx.insertInto('objective_reader').values(rows).execute();
  await copyToChildren(trx, objectiveId, level);
  await writeObjectiveAttachmentAudience(trx, objectiveId);
}

async function namedFor(trx: Trx, objectiveId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('objective_named_reader')
    .select('account_id')
    .where('objective_id', '=', objectiveId)
    .execute();
  return rows.map((row) => row.account_id);
}

/** What has no other parent has the readers of the objective; what was born in a meeting, of whichever is stricter. */
async function copyToChildren(trx: Trx, objectiveId: number, level: number): Promise<void> {
  for (const noun of ['advice', 'follow_up'] as const) {
    const readers = sql.table(`${noun}_reader`);
    const key = sql.id(`${noun}_id`);
    const children = sql`(select id from ${sql.table(noun)}
      where objective_id = ${objectiveId} and interaction_id is null)`;
    const moved = await trx
      .updateTable(noun)
      .set({ level, version: versionAtLevel(sql<number>`${level}`) })
      .where('objective_id', '=', objectiveId)
      .where('interaction_id', 'is', null)
      .returning('id')
      .execute();
    if (noun === 'advice')
      await countAdvice(
        trx,
        moved.map(({ id }) => id),
      );
    await sql`delete from ${readers} where ${key} in ${children}`.execute(trx);
    await sql`insert into ${readers} (${key}, principal_id) select child.id, reader.principal_id
      from ${sql.table(noun)} as child
      inner join objective_reader as reader on reader.objective_id = child.objective_id
      where child.id in ${children}`.execute(trx);
  }
  await countAdvice(trx, await writeSharedChildren(trx, { objectiveId }));
}

/** The confidential objectives of countries that change teams. They are few beside interactions: one by one. */
export async function rewriteObjectiveAudiences(trx: Trx, countryIds: readonly number[]): Promise<void> {
  const rows = await trx
    .selectFrom('objective')
    .select('id')
    .where('country_id', 'in', [...countryIds])
    .where('level', '=', CONFIDENTIAL)
    .orderBy('id')
    .execute();
  for (const row of rows) await writeObjectiveAudience(trx, row.id);
}
