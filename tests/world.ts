import { createHash, randomBytes } from 'node:crypto';
import { blankInteraction, blankParticipant, type InteractionForm } from '#app/domain/interactions/form.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { commit } from '#app/domain/kernel/commit.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import type { RandomBytes } from '#app/domain/kernel/refs.ts';
import { addOrganisation } from '#app/domain/organisations/add-organisation.server.ts';
import { addPerson, type PersonInput } from '#app/domain/people/add-person.server.ts';
import { currentReference } from '#app/domain/reference/reference.server.ts';
import type { Db } from '#db/client.ts';
import { raiseReferenceRevision } from '#db/queries/reference.ts';
import type { Role } from '#db/schema/accounts.ts';
import type { Actor } from '#db/visibility.ts';
import { loadReference } from '#seeds/reference.ts';
import { createAccount, createTeam } from './accounts.ts';
import { temporaryFiles } from './databases.ts';
import { testAppKey } from './server.ts';

/** The same bytes for the same seed, so that a failure can be run again. */
export function seededBytes(seed: string): RandomBytes {
  let calls = 0;
  return (length) =>
    Buffer.concat(
      Array.from({ length: Math.ceil(length / 32) }, () =>
        createHash('sha256').update(`${seed}/${calls++}`).digest(),
      ),
    ).subarray(0, length);
}

const keys = deriveKeys(testAppKey);

/** A small organisation at work: three teams, a colleague for every role, a ministry, an NGO and their people. */
export interface World {
  db: Db;
  /** A context of the account with this e-mail name: `officer`, `colleague`, `manager`, `writer`, `admin`, `outsider`. */
  as(name: string, now?: Date): Promise<Context>;
  teams: { africa: number; americas: number; europe: number };
  ministry: { id: number; ref: string };
  league: { id: number; ref: string };
  defensoria: { id: number; ref: string };
  minister: { id: number; ref: string };
  adviser: { id: number; ref: string };
  addPerson(as: Context, input: PersonInput): Promise<{ id: number; ref: string }>;
}

export async function makeWorld(db: Db, filesDirectory = temporaryFiles()): Promise<World> {
  const random = (length: number) => randomBytes(length);
  await loadReference({
    db,
    now: new Date(),
    random,
    keys,
    directory: 'seeds/reference',
    filesDirectory,
    progress: () => undefined,
  });
  const teams = {
    africa: await createTeam(db, 'West Africa team'),
    americas: await createTeam(db, 'Latin America team'),
    europe: await createTeam(db, 'Europe team'),
  };
  await cover(db, teams.africa, ['TGO', 'BEN', 'SEN']);
  await cover(db, teams.americas, ['PER', 'CHL']);
  await cover(db, teams.europe, ['ALB', 'TGO']);
  const staff: [string, Role[], number[]][] = [
    ['officer', ['officer'], [teams.africa]],
    ['colleague', ['officer'], [teams.africa]],
    ['manager', ['manager'], [teams.africa, teams.europe]],
    ['writer', ['writer'], [teams.europe]],
    ['admin', ['administrator'], [teams.africa]],
    ['outsider', ['officer'], [teams.americas]],
  ];
  for (const [name, roles, teamIds] of staff) {
    await createAccount(db, { email: `${name}@demo.example`, name: `The ${name}`, roles, teamIds });
  }
  const as = async (name: string, now = new Date()): Promise<Context> => {
    const actor = await actorOf(db, `${name}@demo.example`);
    const reference = await currentReference(db);
    return { db, actor, now, zone: actor.zone, random, keys, reference, filesDirectory };
  };
  const officer = await as('officer');
  const country = (iso3: string) => officer.reference.findCountry(iso3)?.id ?? null;
  const organisation = (name: string, partnerType: string, iso3: string, acronym?: string) =>
    commit(officer, (work) =>
      addOrganisation(work, { name, acronym: acronym ?? null, partnerType, countryId: country(iso3) }),
    );
  const person = (context: Context, input: PersonInput) => commit(context, (work) => addPerson(work, input));
  const ministry = await organisation('Ministry of Justice', 'STATE-MOJ', 'TGO', 'MoJ');
  const league = await organisation('Ligue des droits de l’homme', 'NGO-NAT', 'TGO', 'LDH');
  const defensoria = await organisation('Defensoría del Pueblo', 'NHRI-OMB', 'PER');
  const post = (organisationId: number, title: string) => [{ organisationId, title, fromOn: '2020-01-01' }];
  return {
    db,
    as,
    teams,
    ministry,
    league,
    defensoria,
    minister: await person(officer, {
      name: 'Afi Mensah',
      positions: post(ministry.id, 'Director of legislation'),
    }),
    adviser: await person(officer, { name: 'Kodjo Adjavon', positions: post(ministry.id, 'Adviser') }),
    addPerson: person,
  };
}

async function cover(db: Db, team: number, iso3: string[]): Promise<void> {
  const rows = await db.selectFrom('country').select('id').where('iso3', 'in', iso3).execute();
  await db
    .insertInto('team_country')
    .values(rows.map((row) => ({ team_id: team, country_id: row.id })))
    .execute();
  await raiseReferenceRevision(db);
}

export async function actorOf(db: Db, email: string): Promise<Actor> {
  const account = await db
    .selectFrom('account')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const roles = await db
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', account.id)
    .execute();
  const teams = await db
    .selectFrom('account_team')
    .select('team_id')
    .where('account_id', '=', account.id)
    .execute();
  return {
    accountId: account.id,
    ref: account.ref,
    name: account.name,
    email: account.email,
    roles: roles.map((row) => row.role),
    teamIds: teams.map((row) => row.team_id),
    zone: account.zone,
    language: account.language,
    shortcutsOff: account.shortcuts_off === 1,
  };
}

/** A form filled in enough to be saved: a meeting today with the partners given. */
export function meetingForm(
  context: Context,
  partners: { person?: string; organisation?: string }[],
  rest: Partial<InteractionForm> = {},
): InteractionForm {
  const key = randomBytes(8).toString('hex');
  return {
    ...blankInteraction({ key, today: today(context), me: context.actor.ref, team: '' }),
    kind: 'meeting',
    summary: 'NPM draft law: seat, budget and immunity of members',
    workAreas: ['legal_instruments'],
    participants: partners.map((partner, index) => ({
      ...blankParticipant(`p${index}`, partner.person ? 'person' : 'organisation'),
      person: partner.person ?? '',
      organisation: partner.organisation ?? '',
    })),
    ...rest,
  };
}

/** Logs a form as its person would. Throws where it is refused. Returns the ref of the interaction. */
export async function logged(context: Context, form: InteractionForm): Promise<string> {
  const parsed = parseInteraction(form);
  if (!parsed.ok) throw new Error(`The form is refused: ${JSON.stringify(parsed.errors)}`);
  const outcome = await logInteraction(context, parsed.input);
  if (outcome.outcome !== 'saved') throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return outcome.ref;
}
