import { writeAttachmentAudience } from './attachment-audience.ts';
import { writeChildrenOf } from './child-audience.ts';
import type { Trx } from './client.ts';
import { writeCountryReaders } from './country-reader-audience.ts';

/**
 * Who may read, written out: the reader rows that `visibility.ts` asks about, derived from a record's level and
 * kept in the transaction that changes it. To be called after every change of level, date, countries, teams,
 * staff or named readers.
 */

export const INTERNAL = 0;
export const CONFIDENTIAL = 1;

/** The teams that cover any of these countries. */
export async function teamsOfCountries(trx: Trx, countryIds: number[]): Promise<number[]> {
  if (countryIds.length === 0) return [];
  const rows = await trx
    .selectFrom('team_country')
    .select('team_id')
    .distinct()
    .where('country_id', 'in', countryIds)
    .execute();
  return rows.map((row) => row.team_id);
}

/** The id of the circle of these teams, made on first need. */
export async function circleOf(trx: Trx, level: number, teamIds: number[]): Promise<number> {
  const key =
    level === INTERNAL
      ? 'everyone'
      : level === CONFIDENTIAL
        ? [...teamIds].sort((a, b) => a - b).join(',')
        : 'named';
  const known = await trx.selectFrom('circle').select('id').where('key', '=', key).executeTakeFirst();
  if (known) return known.id;
  await trx
    .insertInto('circle')
    .values({ key })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const made = await trx.selectFrom('circle').select('id').where('key', '=', key).executeTakeFirstOrThrow();
  for (const teamId of teamIds) {
    const link = { circle_id: made.id, team_id: teamId };
    await trx
      .insertInto('circle_team')
      .values(link)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return made.id;
}

export const distinct = (ids: number[]): number[] => [...new Set(ids)];

interface Audience {
  level: number;
  circleId: number;
  principals: number[];
}

/** Teams and people who read an interaction of this level, from the rows that are written already. */
async function audienceOf(trx: Trx, interactionId: number): Promise<Audience> {
  const interaction = await trx
    .selectFrom('interaction')
    .select(['level', 'author_id', 'owning_team_id'])
    .where('id', '=', interactionId)
    .executeTakeFirstOrThrow();
  const { level } = interaction;
  if (level === INTERNAL) return { level, circleId: await circleOf(trx, level, []), principals: [] };
  const staff = await trx
    .selectFrom('interaction_staff')
    .select('account_id')
    .where('interaction_id', '=', interactionId)
    .execute();
  const people = [interaction.author_id, ...staff.map((row) => row.account_id)];
  if (level === CONFIDENTIAL) {
    const countries = await trx
      .selectFrom('interaction_country')
      .select('country_id')
      .where('interaction_id', '=', interactionId)
      .execute();
    const teams = distinct([
      interaction.owning_team_id,
      ...(await teamsOfCountries(
        trx,
        countries.map((row) => row.country_id),
      )),
    ]);
    return {
      level,
      circleId: await circleOf(trx, level, teams),
      principals: distinct([...teams, ...people]),
    };
  }
  const named = await trx
    .selectFrom('interaction_named_reader')
    .select('account_id')
    .where('interaction_id', '=', interactionId)
    .execute();
  return {
    level,
    circleId: await circleOf(trx, level, []),
    principals: distinct([...people, ...named.map((row) => row.account_id)]),
  };
}

/** Writes the readers of an interaction and of all that hangs on it, and its circle. */
export async function writeInteractionAudience(trx: Trx, interactionId: number): Promise<void> {
  const audience = await audienceOf(trx, interactionId);
  const { occurred_on, archived_at } = await trx
    .updateTable('interaction')
    .set({ circle_id: audience.circleId })
    .where('id', '=', interactionId)
    .returning(['occurred_on', 'archived_at'])
    .executeTakeFirstOrThrow();
  await trx.deleteFrom('interaction_reader').where('interaction_id', '=', interactionId).execute();
  if (audience.principals.length > 0) {
    await trx
      .insertInto('interaction_reader')
      .values(
        audience.principals.map((principal_id) => ({
          interaction_id: interactionId,
          principal_id,
          level: audience.level,
          occurred_on,
          logged: archived_at === null ? 1 : 0,
        })),
      )
      .execute();
  }
  await writeCountryReaders(trx, interactionId);
  await copyToChildren(trx, interactionId, audience, occurred_on);
  await writeAssessmentAudience(trx, interactionId, audience);
  await writeAttachmentAudience(trx, [interactionId]);
}

async function copyToChildren(
  trx: Trx,
  interactionId: number,
  audience: Audience,
  occurredOn: string,
): Promise<void> {
  const copied = { level: audience.level, occurred_on: occurredOn };
  for (const link of [
    'interaction_country',
    'interaction_work_area',
    'interaction_instrument',
    'interaction_participant',
  ] as const) {
    await trx.updateTable(link).set(copied).where('interaction_id', '=', interactionId).execute();
  }
  await writeChildrenOf(trx, interactionId, audience);
}

/** An assessment is never more open than its interaction, and can be more closed. */
async function writeAssessmentAudience(trx: Trx, interactionId: number, audience: Audience): Promise<void> {
  const assessments = await trx
    .selectFrom('assessment')
    .select(['id', 'level', 'author_id'])
    .where('interaction_id', '=', interactionId)
    .execute();
  for (const assessment of assessments) {
    const level = Math.max(assessment.level, audience.level);
    const named = await trx
      .selectFrom('assessment_named_reader')
      .select('account_id')
      .where('assessment_id', '=', assessment.id)
      .execute();
    const principals = distinct([
      assessment.author_id,
      ...(level === CONFIDENTIAL
        ? await teamsThatAssess(trx, interactionId)
        : named.map((row) => row.account_id)),
    ]);
    await trx.updateTable('assessment').set({ level }).where('id', '=', assessment.id).execute();
    await trx.deleteFrom('assessment_reader').where('assessment_id', '=', assessment.id).execute();
    const rows =
      level === INTERNAL
        ? []
        : principals.map((principal_id) => ({ assessment_id: assessment.id, principal_id }));
    if (rows.length > 0) await trx.insertInto('assessment_reader').values(rows).execute();
  }
}

/** A confidential assessment is for the owning team and the staff who attended, not for other teams. */
async function teamsThatAssess(trx: Trx, interactionId: number): Promise<number[]> {
  const { owning_team_id } = await trx
    .selectFrom('interaction')
    .select('owning_team_id')
    .where('id', '=', interactionId)
    .executeTakeFirstOrThrow();
  const staff = await trx
    .selectFrom('interaction_staff')
    .select('account_id')
    .where('interaction_id', '=', interactionId)
    .execute();
  return [owning_team_id, ...staff.map((row) => row.account_id)];
}
