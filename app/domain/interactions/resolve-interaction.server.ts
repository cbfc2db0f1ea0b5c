import { levelNumber } from '#db/levels.ts';
import {
  listOrganisationsByRef,
  listPositionsOf,
  listVisiblePeopleByRef,
  type OrganisationRow,
  type PersonRow,
  type PositionRow,
} from '#db/queries/partners.ts';
import { listStaff, type StaffRow } from '#db/queries/staff.ts';
import { today, type Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { checkMentions } from './check-mentions.ts';
import { countriesOfPartners } from './countries-of-partners.ts';
import { resolveObjectives } from './name-objectives.server.ts';
import type { InteractionInput, ParticipantInput } from './parse-interaction.ts';
import { findWhole } from './parts.server.ts';
import { wouldRead, type ReadingRule } from './policy.ts';

/** The codes and refs of a form, found: what the use cases write. */
export interface Resolved {
  kindId: number;
  /** What it is a part of; null for nothing. */
  partOfId: number | null;
  teamId: number;
  level: number;
  countries: number[];
  workAreas: number[];
  instruments: number[];
  objectives: number[];
  staff: number[];
  readers: number[];
  assessmentReaders: number[];
  people: Map<string, PersonRow & { positions: PositionRow[] }>;
  organisations: Map<string, OrganisationRow>;
  staffByRef: Map<string, StaffRow>;
  reading: ReadingRule;
}

export type Resolution = { ok: true; resolved: Resolved } | { ok: false; errors: FormErrors };

/** What is already true of an interaction that is being edited. */
export interface Standing {
  id: number;
  authorId: number;
  owningTeamId: number;
  notes: string;
}

/** Looks up every code and ref through the actor. One that is unknown and one that is hidden read the same. */
export async function resolveInteraction(
  context: Context,
  input: InteractionInput,
  standing?: Standing,
): Promise<Resolution> {
  const { reference, actor } = context;
  const errors: FormErrors = {};
  const staff = await listStaff(context.db);
  const staffByRef = new Map(staff.map((one) => [one.ref, one]));
  const { people, organisations } = await findPartners(context, input);
  const fail = (field: string, message: string) => void (errors[field] ??= message);

  const kind = reference.findTerm('interaction_kind', input.kind);
  if (!kind) fail('kind', 'Choose the kind of interaction from the list.');
  const colleagues = (refs: string[], field: string) =>
    refs.flatMap((ref) => {
      const found = staffByRef.get(ref);
      if (!found) fail(field, 'Choose colleagues from the list.');
      return found ? [found.id] : [];
    });
  const teamId = resolveTeam(context, input, standing);
  if (teamId === undefined) fail('team', 'Choose one of your teams.');
  for (const participant of input.participants) checkParticipant(participant, people, organisations, fail);
  if (input.participants.filter((one) => !one.remove).length === 0 && !standing) {
    fail('participants', 'Add at least one person or organisation that took part.');
  }

  const chosen = resolveAll(input.countries, (code) => reference.findCountry(code)?.id);
  if (!chosen) fail('countries', 'Choose countries from the list.');
  const countries =
    chosen && !input.countriesChosen && chosen.length === 0
      ? countriesOfPartners(input, { people, organisations })
      : chosen;
  const workAreas = resolveAll(input.workAreas, (code) => reference.findTerm('work_area', code)?.id);
  if (!workAreas) fail('workAreas', 'Choose work areas from the list.');
  const instruments = resolveAll(input.instruments, (code) => reference.findInstrument(code)?.id);
  if (!instruments) fail('instruments', 'Choose instruments from the list.');

  const objectives = await resolveObjectives(context, input.objectives, fail);
  const partOf = input.partOf === '' ? undefined : await findWhole(context, input.partOf);
  if (input.partOf !== '' && (!partOf || partOf.id === standing?.id))
    fail('partOf', 'Choose something of several days from the list, which is no part of another.');

  const level = levelNumber(input.sensitivity);
  const attending = colleagues(input.staff, 'staff');
  const readers = colleagues(input.readers, 'readers');
  const assessmentReaders = colleagues(input.assessmentReaders, 'assessmentReaders');
  const reading: ReadingRule = {
    level,
    teamIds: [teamId ?? -1, ...(countries ?? []).flatMap((id) => reference.countryById(id).teamIds)],
    peopleIds: [standing?.authorId ?? actor.accountId, ...attending],
    namedIds: readers,
  };
  if (!wouldRead({ id: actor.accountId, teamIds: actor.teamIds }, reading)) {
    fail('readers', 'You would no longer see this yourself. Add yourself to the readers.');
  }
  checkMentions(input, standing?.notes ?? '', staffByRef, reading, fail);
  for (const followUp of input.followUps) {
    if (followUp.remove) continue;
    const assignee = staffByRef.get(followUp.assignee);
    if (!assignee) fail(`${followUp.field}.assignee`, 'Choose a colleague from the list.');
    else if (!wouldRead(assignee, reading)) {
      fail(
        `${followUp.field}.assignee`,
        `${assignee.name} may not read this. Add them to the readers, or choose another.`,
      );
    }
  }
  if (input.date > today(context) && input.advice.some((one) => !one.remove)) {
    fail(
      'date',
      'Advice is given in a meeting that was held. Choose today or an earlier date, or remove the advice.',
    );
  }
  if (
    Object.keys(errors).length > 0 ||
    !kind ||
    teamId === undefined ||
    !countries ||
    !workAreas ||
    !instruments
  ) {
    return { ok: false, errors };
  }
  return {
    ok: true,
    resolved: {
      kindId: kind.id,
      partOfId: partOf?.id ?? null,
      teamId,
      level,
      countries,
      workAreas,
      instruments,
      objectives,
      staff: attending,
      readers,
      assessmentReaders,
      people,
      organisations,
      staffByRef,
      reading,
    },
  };
}

function resolveAll(codes: string[], find: (code: string) => number | undefined): number[] | undefined {
  const ids = codes.map(find);
  return ids.every((id) => id !== undefined) ? ids : undefined;
}

/** The team chosen, or the actor's own: the one that covers the country if they have several. */
function resolveTeam(context: Context, input: InteractionInput, standing?: Standing): number | undefined {
  const { actor, reference } = context;
  if (input.team !== '') {
    const team = reference.findTeam(input.team);
    return team && (actor.teamIds.includes(team.id) || team.id === standing?.owningTeamId)
      ? team.id
      : undefined;
  }
  if (standing) return standing.owningTeamId;
  const covering = input.countries.flatMap((code) => reference.findCountry(code)?.teamIds ?? []);
  return actor.teamIds.find((id) => covering.includes(id)) ?? actor.teamIds[0];
}

async function findPartners(context: Context, input: InteractionInput) {
  const tokens = [
    ...input.advice.flatMap((one) => one.recipients),
    ...input.commitments.map((one) => one.by),
  ];
  const named = (prefix: string) =>
    tokens.filter((token) => token.startsWith(`${prefix}:`)).map((token) => token.slice(prefix.length + 1));
  const people = await listVisiblePeopleByRef(context.db, context.actor, [
    ...new Set([
      ...input.participants.map((one) => one.person).filter((ref) => ref !== ''),
      ...named('person'),
    ]),
  ]);
  const positions = await listPositionsOf(
    context.db,
    people.map((person) => person.id),
  );
  const organisations = await listOrganisationsByRef(context.db, [
    ...new Set([
      ...input.participants
        .map((one) => one.organisation)
        .filter((ref) => ref !== '' && !ref.startsWith('new:')),
      ...named('organisation'),
    ]),
  ]);
  return {
    people: new Map(
      people.map((person) => [
        person.ref,
        { ...person, positions: positions.filter((position) => position.person_id === person.id) },
      ]),
    ),
    organisations: new Map(organisations.map((organisation) => [organisation.ref, organisation])),
  };
}

function checkParticipant(
  participant: ParticipantInput,
  people: Resolved['people'],
  organisations: Resolved['organisations'],
  fail: (field: string, message: string) => void,
): void {
  if (participant.remove || participant.ref !== '') return;
  if (participant.kind === 'person' && !people.has(participant.person)) {
    fail('participants', 'One of the people is not in the list any more. Remove them, or pick them again.');
  }
  const organisation = participant.organisation;
  if (organisation !== '' && !organisation.startsWith('new:') && !organisations.has(organisation)) {
    fail(
      'participants',
      'One of the organisations is not in the list any more. Remove it, or pick it again.',
    );
  } else if (participant.kind === 'organisation' && organisation === '') {
    fail(
      'participants',
      'One of the organisations is not in the list any more. Remove it, or pick it again.',
    );
  }
  if ((participant.women ?? 0) > (participant.headcount ?? 0) && participant.kind === 'group') {
    fail(`${participant.field}.women`, 'There cannot be more women than people.');
  }
}
