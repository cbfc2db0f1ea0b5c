import { levelName } from '#db/levels.ts';
import { insertParticipant } from '#db/queries/interaction-writes.ts';
import { positionOn } from '#db/queries/partners.ts';
import type { Recipient } from '#db/queries/promise-writes.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';
import { addOrganisation } from '../organisations/add-organisation.server.ts';
import { addPerson } from '../people/add-person.server.ts';
import { storedParticipant } from './participant-texts.server.ts';
import type { ParticipantInput } from './parse-interaction.ts';
import type { Resolved } from './resolve-interaction.server.ts';

/** A person's own words are not encrypted, so restricted is the most closed level one can be met at. */
const RESTRICTED = 2;

interface Place {
  id: number;
  level: number;
  occurredOn: string;
}

/** What the rows of the form became, by token: `person:<ref>`, `organisation:<ref>`, `new:<key>`. */
export type Partners = Map<string, Recipient>;

export interface AddedParticipants {
  partners: Partners;
  /** What is recorded of each: refs and what stood on the day, never names. */
  recorded: unknown[];
}

/** Step: writes the new participants, creating people and organisations that are not known yet. */
export async function addParticipants(
  work: Work,
  meeting: Place,
  rows: ParticipantInput[],
  resolved: Resolved,
  firstPlace: number,
): Promise<AddedParticipants> {
  const partners: Partners = new Map();
  const created = await createOrganisations(work, rows, resolved, partners);
  const recorded: unknown[] = [];
  for (const [index, row] of rows.entries()) {
    const taken = await takePart(work, row, resolved, created, meeting.occurredOn);
    const ref = makeRef(work.context.random);
    await insertParticipant(work.trx, {
      ref,
      interaction_id: meeting.id,
      ...storedParticipant(work.context.keys, meeting.level, ref, taken.columns),
      sort_order: firstPlace + index,
      level: meeting.level,
      occurred_on: meeting.occurredOn,
    });
    const recipient = { organisation_id: taken.columns.organisation_id, person_id: taken.columns.person_id };
    partners.set(`new:${row.key}`, recipient);
    if (taken.token) partners.set(taken.token, recipient);
    recorded.push({
      person: taken.personRef,
      organisation: taken.organisationRef,
      title: taken.columns.title_then,
    });
  }
  return { partners, recorded };
}

type Created = Map<string, { id: number; ref: string; name: string }>;

/** Organisations first, since a new person may belong to one of them. By key of the row, and by name. */
async function createOrganisations(
  work: Work,
  rows: ParticipantInput[],
  resolved: Resolved,
  partners: Partners,
): Promise<Created> {
  const created: Created = new Map();
  const add = async (keys: string[], row: ParticipantInput, name: string) => {
    if (keys.some((key) => created.has(key))) return;
    const made = await addOrganisation(work, {
      name,
      partnerType: work.context.reference.findTerm('partner_type', row.partnerType)?.code ?? 'OTHER',
      countryId: work.context.reference.findCountry(row.country)?.id ?? resolved.countries[0] ?? null,
    });
    for (const key of keys) created.set(key, { ...made, name });
  };
  for (const row of rows) {
    if (row.kind !== 'new-organisation') continue;
    await add([`new:${row.key}`, `name:${row.name}`], row, row.name);
    partners.set(`new:${row.key}`, {
      organisation_id: created.get(`new:${row.key}`)?.id ?? null,
      person_id: null,
    });
  }
  for (const row of rows) {
    if (row.kind === 'new-organisation' || row.organisation !== '' || row.organisationName === '') continue;
    if (row.kind === 'new-person' || row.kind === 'group')
      await add([`name:${row.organisationName}`], row, row.organisationName);
  }
  return created;
}

async function takePart(
  work: Work,
  row: ParticipantInput,
  resolved: Resolved,
  created: Created,
  day: string,
) {
  const organisation =
    created.get(row.organisation) ??
    resolved.organisations.get(row.organisation) ??
    (row.organisation === ''
      ? created.get(`name:${row.kind === 'new-organisation' ? row.name : row.organisationName}`)
      : undefined);
  const columns = {
    person_id: null as number | null,
    position_id: null as number | null,
    organisation_id: organisation?.id ?? null,
    title_then: null as string | null,
    organisation_then: organisation?.name ?? null,
    headcount: null as number | null,
    women: null as number | null,
    group_label: null as string | null,
  };
  if (row.kind === 'group') {
    Object.assign(columns, { headcount: row.headcount, women: row.women, group_label: row.name || null });
    return { columns, token: null, personRef: null, organisationRef: organisation?.ref ?? null };
  }
  if (row.kind === 'organisation' || row.kind === 'new-organisation') {
    return {
      columns,
      token: organisation ? `organisation:${organisation.ref}` : null,
      personRef: null,
      organisationRef: organisation?.ref ?? null,
    };
  }
  if (row.kind === 'new-person') {
    const person = await addPerson(work, {
      name: row.name,
      // Whoever is met behind closed doors is not shown to more people than the meeting is.
      level: levelName(Math.min(resolved.level, RESTRICTED)),
      readerIds:
        resolved.level >= RESTRICTED
          ? [...new Set([...resolved.reading.peopleIds, ...resolved.readers])]
          : [],
      sealAudit: resolved.level > RESTRICTED,
      owningTeamId: resolved.teamId,
      positions: organisation ? [{ organisationId: organisation.id, title: row.title }] : [],
    });
    Object.assign(columns, {
      person_id: person.id,
      position_id: person.positionIds[0] ?? null,
      title_then: row.title || null,
    });
    return {
      columns,
      token: `person:${person.ref}`,
      personRef: person.ref,
      organisationRef: organisation?.ref ?? null,
    };
  }
  const person = resolved.people.get(row.person);
  if (!person) throw new Error('A participant was not resolved before writing.');
  const position =
    person.positions.find((one) => one.ref === row.position) ?? positionOn(person.positions, day);
  Object.assign(columns, {
    person_id: person.id,
    position_id: position?.id ?? null,
    organisation_id: organisation?.id ?? position?.organisation_id ?? null,
    title_then: row.title || position?.title || null,
    organisation_then: organisation?.name ?? position?.organisation ?? null,
  });
  return {
    columns,
    token: `person:${person.ref}`,
    personRef: person.ref,
    organisationRef: organisation?.ref ?? null,
  };
}

/** Who received advice when nobody is named: the organisations that took part, and people who came for none. */
export function allPartners(partners: Iterable<Recipient>): Recipient[] {
  const recipients = new Map<string, Recipient>();
  for (const { organisation_id, person_id } of partners) {
    if (organisation_id !== null) recipients.set(`o${organisation_id}`, { organisation_id, person_id: null });
    else if (person_id !== null) recipients.set(`p${person_id}`, { organisation_id: null, person_id });
  }
  return [...recipients.values()];
}

/** The partner that a token of the form names; nothing where it names nobody the actor can see. */
export function partnerOf(token: string, partners: Partners, resolved: Resolved): Recipient | undefined {
  const [kind, ref = ''] = token.split(':');
  if (kind === 'person') {
    const person = resolved.people.get(ref);
    if (person) return { organisation_id: null, person_id: person.id };
  }
  if (kind === 'organisation') {
    const organisation = resolved.organisations.get(ref);
    if (organisation) return { organisation_id: organisation.id, person_id: null };
  }
  const added = partners.get(token);
  if (!added) return undefined;
  return added.person_id === null ? added : { organisation_id: null, person_id: added.person_id };
}
