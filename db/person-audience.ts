import { CONFIDENTIAL, distinct, INTERNAL, teamsOfCountries } from './audience.ts';
import type { Trx } from './client.ts';
import { recountPartnerKinds } from './partner-kind-audience.ts';
import { these } from './queries/tally-words.ts';

/** Interactions counted anew at once: far below the number of parameters that either engine takes. */
const BATCH = 500;

/** The readers of a person above "internal": by their current organisations' countries, or by name. */
export async function writePersonAudience(trx: Trx, personId: number, today: string): Promise<void> {
  await writeReaders(trx, personId, today);
  const met = await trx
    .selectFrom('interaction_participant')
    .select('interaction_id')
    .distinct()
    .where('person_id', '=', personId)
    .orderBy('interaction_id')
    .execute();
  const ids = met.map((row) => row.interaction_id);
  for (let from = 0; from < ids.length; from += BATCH) {
    await recountPartnerKinds(trx, these(ids.slice(from, from + BATCH)));
  }
}

async function writeReaders(trx: Trx, personId: number, today: string): Promise<void> {
  const person = await trx
    .selectFrom('person')
    .select(['level', 'owning_team_id', 'created_by_id'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('person_reader').where('person_id', '=', personId).execute();
  if (person.level === INTERNAL) return;
  const author = person.created_by_id === null ? [] : [person.created_by_id];
  const others =
    person.level === CONFIDENTIAL
      ? await personTeams(trx, personId, person.owning_team_id, today)
      : await namedFor(trx, personId);
  const rows = distinct([...author, ...others]).map((principal_id) => ({
    person_id: personId,
    principal_id,
  }));
  if (rows.length > 0) await trx.insertInto('person_reader').values(rows).execute();
}

async function namedFor(trx: Trx, personId: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('person_named_reader')
    .select('account_id')
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => row.account_id);
}

async function personTeams(
  trx: Trx,
  personId: number,
  owningTeamId: number | null,
  today: string,
): Promise<number[]> {
  const rows = await trx
    .selectFrom('position')
    .innerJoin('organisation', 'organisation.id', 'position.organisation_id')
    .select('organisation.country_id')
    .distinct()
    .where('position.person_id', '=', personId)
    .where((eb) => eb.or([eb('position.until_on', 'is', null), eb('position.until_on', '>=', today)]))
    .execute();
  const countries = rows.flatMap((row) => (row.country_id === null ? [] : [row.country_id]));
  return [...(owningTeamId === null ? [] : [owningTeamId]), ...(await teamsOfCountries(trx, countries))];
}
