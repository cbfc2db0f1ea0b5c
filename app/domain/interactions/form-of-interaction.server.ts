import { levelName } from '#db/levels.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { blankParticipant, type InteractionForm, type ParticipantRow, type PartnerToken } from './form.ts';
import type { WholeInteraction } from './read-interaction.server.ts';

type Links = { workAreas: number[]; countries: number[] };

/** The form that shows a saved interaction for editing: only what the actor sees of it. */
export async function formOfInteraction(
  context: Context,
  whole: WholeInteraction,
  key: string,
): Promise<InteractionForm> {
  const { reference } = context;
  const accounts = await listAccountNames(context.db, [
    ...whole.staff,
    ...whole.readers,
    ...(whole.assessment?.readers ?? []),
  ]);
  const refs = (ids: number[]) => accounts.filter((one) => ids.includes(one.id)).map((one) => one.ref);
  const areas = (ids: number[]) => ids.map((id) => reference.termById(id).code);
  const countries = (ids: number[]) => ids.map((id) => reference.countryById(id).iso3);
  const own = (links: Links) => ({
    workAreas: sameIds(links.workAreas, whole.workAreas) ? [] : areas(links.workAreas),
    countries: sameIds(links.countries, whole.countries) ? [] : countries(links.countries),
  });
  return {
    key,
    version: String(whole.version),
    kind: reference.termById(whole.kind_id).code,
    date: whole.occurred_on,
    endDate: whole.ended_on ?? '',
    partOf: whole.partOf ?? '',
    time: whole.occurred_time ?? '',
    titlesAfresh: '',
    place: whole.place ?? '',
    attribution: whole.attribution,
    team: reference.teamById(whole.owning_team_id).ref,
    countries: countries(whole.countries),
    countriesChosen: 'yes',
    workAreas: areas(whole.workAreas),
    instruments: whole.instruments.map((id) => reference.instrumentById(id).code),
    objectives: whole.objectives.map(({ ref }) => ref),
    participants: whole.participants.map(participantRow),
    staff: refs(whole.staff),
    summary: whole.summary,
    notes: whole.notes,
    assessment: whole.assessment?.text ?? '',
    sensitivity: levelName(whole.level),
    readers: refs(whole.readers),
    assessmentReaders: refs(whole.assessment?.readers ?? []),
    untold: [],
    advice: whole.advice.filter(isReadWithMeeting).map((one) => {
      const instrument = one.instrument_id === null ? '' : reference.instrumentById(one.instrument_id).code;
      const provision = one.provision_id === null ? undefined : reference.provisionById(one.provision_id);
      return {
        ref: one.ref,
        remove: '',
        text: one.text,
        topic: reference.termById(one.topic_id).code,
        recipients: one.recipients.map((recipient) =>
          tokenOf(recipient.person_ref, recipient.organisation_ref),
        ),
        instrument,
        provision: provision ? `${instrument}/${provision.code}` : '',
        ...own(one.links),
      };
    }),
    commitments: whole.commitments.map((one) => ({
      ref: one.ref,
      remove: '',
      text: one.text,
      by: one.side === 'ours' ? 'us' : tokenOf(one.person_ref, one.organisation_ref),
      due: one.due_on ?? '',
      ...own(one.links),
    })),
    followUps: whole.followUps.filter(isReadWithMeeting).map((one) => ({
      ref: one.ref,
      remove: '',
      title: one.title,
      assignee: one.assignee_ref,
      due: one.due_on,
      ...own(one.links),
    })),
    followUp: '',
    followUpOpen: '',
  };
}

/**
 * True for what all readers of the meeting read. The rest is changed on its own page: the version of the meeting, which
 * tells two editors of each other, would tell of it to those who may not see it.
 */
export function isReadWithMeeting(one: { objective_level: number | null }): boolean {
  return (one.objective_level ?? 0) === 0;
}

/** The partner as forms name it; '' for somebody hidden. */
export function tokenOf(personRef: string | null, organisationRef: string | null): PartnerToken {
  if (personRef !== null) return `person:${personRef}`;
  return organisationRef === null ? '' : `organisation:${organisationRef}`;
}

function participantRow(one: WholeInteraction['participants'][number], index: number): ParticipantRow {
  const kind = one.headcount !== null ? 'group' : one.person_ref !== null ? 'person' : 'organisation';
  return {
    ...blankParticipant(`s${index}`, kind),
    ref: one.ref,
    person: one.person_ref ?? '',
    organisation: one.organisation_ref ?? '',
    position: one.position_ref ?? '',
    name: one.group_label ?? one.person_name ?? one.organisation_then ?? '',
    title: one.title_then ?? '',
    organisationName: one.organisation_then ?? '',
    headcount: one.headcount === null ? '' : String(one.headcount),
    women: one.women === null ? '' : String(one.women),
  };
}

function sameIds(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
