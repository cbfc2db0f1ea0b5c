import { sql } from 'kysely';
import { writeAttachmentAudience } from './attachment-audience.ts';
import { circleOf, CONFIDENTIAL, distinct } from './audience.ts';
import { writeSharedChildren } from './child-audience.ts';
import type { Trx } from './client.ts';
import { rewriteObjectiveAudiences } from './objective-audience.ts';
import { writePersonAudience } from './person-audience.ts';
import { moveTallies } from './queries/tally-batches.ts';

/**
 * A country that changes teams changes who reads its confidential records. Only the rows of teams depend on that:
 * those of accounts (author, staff, named readers) stay, and so do assessments, which no other team reads.
 */

/** Far below the number of parameters that either engine takes. */
const BATCH = 500;

const CHILDREN = ['advice', 'commitment', 'follow_up'] as const;

/** Writes the readers and counts of all that is confidential in these countries anew. `today`: 'YYYY-MM-DD'. */
export async function rewriteCountryAudiences(
  trx: Trx,
  countryIds: readonly number[],
  today: string,
): Promise<void> {
  if (countryIds.length === 0) return;
  const ids = await confidentialIn(trx, countryIds);
  for (let from = 0; from < ids.length; from += BATCH) await rewriteBatch(trx, ids.slice(from, from + BATCH));
  await rewriteObjectiveAudiences(trx, countryIds);
  for (const id of await confidentialPeopleOf(trx, countryIds)) await writePersonAudience(trx, id, today);
}

async function confidentialIn(trx: Trx, countryIds: readonly number[]): Promise<number[]> {
  const rows = await trx
    .selectFrom('interaction_country')
    .select('interaction_id')
    .distinct()
    .where('country_id', 'in', [...countryIds])
    .where('level', '=', CONFIDENTIAL)
    .orderBy('interaction_id')
    .execute();
  return rows.map((row) => row.interaction_id);
}

async function confidentialPeopleOf(trx: Trx, countryIds: readonly number[]): Promise<number[]> {
  const rows = await trx
    .selectFrom('organisation')
    .innerJoin('position', 'position.organisation_id', 'organisation.id')
    .innerJoin('person', 'person.id', 'position.person_id')
    .select('person.id')
    .distinct()
    .where('organisation.country_id', 'in', [...countryIds])
    .where('person.level', '=', CONFIDENTIAL)
    .orderBy('person.id')
    .execute();
  return rows.map((row) => row.id);
}

async function rewriteBatch(trx: Trx, batch: readonly number[]): Promise<void> {
  const moved = await movedCircles(trx, batch);
  const ids = [...moved.values()].flat();
  if (ids.length === 0) return;
  await moveTallies(trx, ids, -1);
  for (const [circleId, members] of moved) {
    await trx.updateTable('interaction').set({ circle_id: circleId }).where('id', 'in', members).execute();
  }
  await moveTallies(trx, ids, 1);
  await rewriteTeamReaders(trx, ids);
  await writeSharedChildren(trx, { interactionIds: ids });
  await writeAttachmentAudience(trx, ids);
}

/** The interactions of a batch whose teams are others now, by the id of their new circle. */
async function movedCircles(trx: Trx, batch: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await trx
    .selectFrom('interaction')
    .select(['id', 'owning_team_id', 'circle_id'])
    .where('id', 'in', [...batch])
    .orderBy('id')
    .execute();
  const links = await trx
    .selectFrom('interaction_country')
    .innerJoin('team_country', 'team_country.country_id', 'interaction_country.country_id')
    .select(['interaction_country.interaction_id', 'team_country.team_id'])
    .where('interaction_country.interaction_id', 'in', [...batch])
    .execute();
  const teams = new Map(rows.map((row) => [row.id, [row.owning_team_id]]));
  for (const link of links) teams.get(link.interaction_id)?.push(link.team_id);
  const circles = new Map<string, number>();
  const moved = new Map<number, number[]>();
  for (const row of rows) {
    const those = distinct(teams.get(row.id) ?? []).sort((a, b) => a - b);
    const key = those.join(',');
    const circle = circles.get(key) ?? (await circleOf(trx, CONFIDENTIAL, those));
    circles.set(key, circle);
    if (circle !== row.circle_id) moved.set(circle, [...(moved.get(circle) ?? []), row.id]);
  }
  return moved;
}

/** The rows of teams, from the circles that stand already: of the interactions and of what hangs on them. */
async function rewriteTeamReaders(trx: Trx, interactionIds: readonly number[]): Promise<void> {
  const those = sql.join([...interactionIds]);
  const teams = sql`(select id from team)`;
  await sql`delete from interaction_reader
    where interaction_id in (${those}) and principal_id in ${teams}`.execute(trx);
  await sql`insert into interaction_reader (interaction_id, principal_id, level, occurred_on, logged)
    select interaction.id, circle_team.team_id, interaction.level, interaction.occurred_on,
      case when interaction.archived_at is null then 1 else 0 end
    from interaction inner join circle_team on circle_team.circle_id = interaction.circle_id
    where interaction.id in (${those})`.execute(trx);
  for (const noun of CHILDREN) {
    const readers = sql.table(`${noun}_reader`);
    const key = sql.id(`${noun}_id`);
    await sql`delete from ${readers} where principal_id in ${teams}
      and ${key} in (select id from ${sql.table(noun)} where interaction_id in (${those}))`.execute(trx);
    await sql`insert into ${readers} (${key}, principal_id) select child.id, circle_team.team_id
      from ${sql.table(noun)} as child inner join interaction on interaction.id = child.interaction_id
      inner join circle_team on circle_team.circle_id = interaction.circle_id
      where child.interaction_id in (${those})`.execute(trx);
  }
}
