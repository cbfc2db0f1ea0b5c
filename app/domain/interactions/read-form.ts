import type { FormFields } from '../kernel/form-fields.ts';
import {
  blankParticipant,
  type InteractionForm,
  type ParticipantKind,
  type ParticipantRow,
  type Row,
} from './form.ts';

const PARTICIPANT_KINDS: readonly ParticipantKind[] = [
  'person',
  'organisation',
  'group',
  'new-person',
  'new-organisation',
];

function readParticipant(fields: FormFields, row: string, index: number): ParticipantRow {
  const kind = fields.one(`${row}.kind`);
  return {
    ...blankParticipant(
      fields.one(`${row}.key`) || `p${index}`,
      PARTICIPANT_KINDS.find((known) => known === kind) ?? 'new-person',
    ),
    ref: fields.one(`${row}.ref`),
    remove: fields.one(`${row}.remove`),
    person: fields.one(`${row}.person`),
    organisation: fields.one(`${row}.organisation`),
    position: fields.one(`${row}.position`),
    name: fields.one(`${row}.name`),
    title: fields.one(`${row}.title`),
    organisationName: fields.one(`${row}.organisationName`),
    partnerType: fields.one(`${row}.partnerType`),
    country: fields.one(`${row}.country`),
    confirmed: fields.one(`${row}.confirmed`),
    headcount: fields.one(`${row}.headcount`),
    women: fields.one(`${row}.women`),
  };
}

const readRow = (fields: FormFields, row: string): Row & { workAreas: string[]; countries: string[] } => ({
  ref: fields.one(`${row}.ref`),
  remove: fields.one(`${row}.remove`),
  workAreas: fields.many(`${row}.workAreas`),
  countries: fields.many(`${row}.countries`),
});

/** Reads the form as it was posted. Nothing is judged here: every value stands as typed. */
export function readInteractionForm(fields: FormFields): InteractionForm {
  return {
    key: fields.one('key'),
    version: fields.one('version'),
    kind: fields.one('kind'),
    date: fields.one('date'),
    endDate: fields.one('endDate'),
    partOf: fields.one('partOf'),
    time: fields.one('time'),
    titlesAfresh: fields.one('titlesAfresh'),
    place: fields.one('place'),
    attribution: fields.one('attribution') || 'on_record',
    team: fields.one('team'),
    countries: fields.many('countries'),
    countriesChosen: fields.one('countriesChosen'),
    workAreas: fields.many('workAreas'),
    instruments: fields.many('instruments'),
    objectives: fields.many('objectives'),
    participants: fields.rows('participants').map((row, index) => readParticipant(fields, row, index)),
    staff: fields.many('staff'),
    summary: fields.one('summary'),
    notes: fields.one('notes'),
    assessment: fields.one('assessment'),
    sensitivity: fields.one('sensitivity'),
    readers: fields.many('readers'),
    assessmentReaders: fields.many('assessmentReaders'),
    untold: fields.many('untold'),
    advice: fields.rows('advice').map((row) => ({
      ...readRow(fields, row),
      text: fields.one(`${row}.text`),
      topic: fields.one(`${row}.topic`),
      recipients: fields.many(`${row}.recipients`),
      instrument: fields.one(`${row}.instrument`),
      provision: fields.one(`${row}.provision`),
    })),
    commitments: fields.rows('commitments').map((row) => ({
      ...readRow(fields, row),
      text: fields.one(`${row}.text`),
      by: fields.one(`${row}.by`),
      due: fields.one(`${row}.due`),
    })),
    followUp: fields.one('followUp'),
    followUpOpen: fields.one('followUpOpen'),
    followUps: fields.rows('followUps').map((row) => ({
      ...readRow(fields, row),
      title: fields.one(`${row}.title`),
      assignee: fields.one(`${row}.assignee`),
      due: fields.one(`${row}.due`),
    })),
  };
}
