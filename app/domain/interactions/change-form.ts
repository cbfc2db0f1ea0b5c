import {
  blankAdvice,
  blankCommitment,
  blankFollowUp,
  type AdviceRow,
  type CommitmentRow,
  type FollowUpRow,
  type InteractionForm,
  type ParticipantRow,
} from './form.ts';
import { dayAfter } from './days.ts';

type TextField = {
  [Name in keyof InteractionForm]: InteractionForm[Name] extends string ? Name : never;
}[keyof InteractionForm];

type ListField =
  'countries' | 'workAreas' | 'instruments' | 'objectives' | 'staff' | 'readers' | 'assessmentReaders';

/** What one may do to the form, one press at a time. Rows are told by their place, participants by their key. */
export type FormChange =
  | { type: 'set'; field: TextField; value: string }
  | { type: 'choose'; field: ListField; values: string[] }
  | { type: 'grant-mention' | 'leave-mention'; ref: string }
  | { type: 'add-participants'; participants: readonly NewParticipant[] }
  | { type: 'change-participant'; key: string; patch: Partial<ParticipantRow> }
  | { type: 'remove-participant'; key: string }
  | { type: 'add-advice' | 'add-commitment' | 'add-follow-up' }
  | { type: 'change-advice'; index: number; patch: Partial<AdviceRow> }
  | { type: 'change-commitment'; index: number; patch: Partial<CommitmentRow> }
  | { type: 'change-follow-up'; index: number; patch: Partial<FollowUpRow> }
  | { type: 'remove-advice' | 'remove-commitment' | 'remove-follow-up'; index: number }
  | { type: 'replace'; form: InteractionForm };

/** A participant without a place in the form yet: the key is given when it is added. */
export type NewParticipant = Omit<ParticipantRow, 'key'> & { atRisk?: boolean };

/** Who fills the form, and what day it is there. */
export interface FormSetting {
  me: string;
  today: string;
}

/** The form after a change. The browser and the server's buttons go through here, so both do the same. */
export function changeForm(form: InteractionForm, change: FormChange, setting: FormSetting): InteractionForm {
  switch (change.type) {
    case 'replace':
      return change.form;
    case 'set':
      return { ...form, [change.field]: change.value };
    case 'choose': {
      const chosen = change.field === 'countries' ? { countriesChosen: 'yes' } : {};
      return { ...form, ...chosen, [change.field]: change.values };
    }
    case 'grant-mention':
      return { ...form, readers: [...new Set([...form.readers, change.ref])] };
    case 'leave-mention':
      return { ...form, untold: [...new Set([...form.untold, change.ref])] };
    case 'add-participants':
      return change.participants.reduce(addParticipant, form);
    case 'change-participant':
      return withParticipants(
        form,
        form.participants.map((row) => (row.key === change.key ? { ...row, ...change.patch } : row)),
      );
    case 'remove-participant':
      return removeParticipant(form, change.key);
    case 'add-advice':
      return { ...form, advice: [...form.advice, { ...blankAdvice(), topic: topicOfNext(form) }] };
    case 'add-commitment':
      return {
        ...form,
        commitments: [...form.commitments, { ...blankCommitment(), by: firstPartner(form) }],
      };
    case 'add-follow-up': {
      const row = blankFollowUp(setting.me, dayAfter(later(form.date, setting.today), 7));
      return { ...form, followUps: [...form.followUps, row] };
    }
    case 'change-advice':
      return withInstrumentOf(
        { ...form, advice: patched(form.advice, change.index, change.patch) },
        change.patch.instrument,
      );
    case 'change-commitment':
      return { ...form, commitments: patched(form.commitments, change.index, change.patch) };
    case 'change-follow-up':
      return { ...form, followUps: patched(form.followUps, change.index, change.patch) };
    case 'remove-advice':
      return { ...form, advice: without(form.advice, change.index) };
    case 'remove-commitment':
      return { ...form, commitments: without(form.commitments, change.index) };
    case 'remove-follow-up':
      return { ...form, followUps: without(form.followUps, change.index) };
  }
}

/** The change that a button of the page without script asks for; undefined for other buttons. */
export function changeOfIntent(intent: string): FormChange | undefined {
  const [type, place = ''] = intent.split(':', 2);
  const index = /^\d{1,3}$/.test(place) ? Number(place) : -1;
  switch (type) {
    case 'add-advice':
    case 'add-commitment':
    case 'add-follow-up':
      return { type };
    case 'remove-advice':
    case 'remove-commitment':
    case 'remove-follow-up':
      return { type, index };
    case 'keep-advice':
      return { type: 'change-advice', index, patch: { remove: '' } };
    case 'keep-commitment':
      return { type: 'change-commitment', index, patch: { remove: '' } };
    case 'keep-follow-up':
      return { type: 'change-follow-up', index, patch: { remove: '' } };
    case 'grant-mention':
    case 'leave-mention':
      return { type, ref: place };
    case 'remove-participant':
      return { type, key: place };
    case 'keep-participant':
      return { type: 'change-participant', key: place, patch: { remove: '' } };
    default:
      return undefined;
  }
}

/** The partner by whom a promise probably is, and whose page stands beside the form: the first who took part. */
export function firstPartner(form: InteractionForm): string {
  const [partner] = partnerTokens(form);
  return partner ?? '';
}

/** The partners who take part, as the tokens that recipients and "By" use: organisations first, then people. */
export function partnerTokens(form: InteractionForm): string[] {
  const present = form.participants.filter((row) => row.remove === '');
  const organisations = present.flatMap((row) =>
    row.organisation ? [`organisation:${row.organisation}`] : [],
  );
  const people = present.flatMap((row) => (row.person ? [`person:${row.person}`] : []));
  const fresh = present.flatMap((row) => (row.kind.startsWith('new-') ? [`new:${row.key}`] : []));
  return [...new Set([...organisations, ...people, ...fresh])];
}

function addParticipant(form: InteractionForm, added: NewParticipant): InteractionForm {
  if (isPresent(form, added)) return form;
  const { atRisk, ...row } = added;
  const numbers = form.participants.map(({ key }) => Number(/^p(\d+)$/.exec(key)?.[1] ?? 0));
  const key = `p${Math.max(0, ...numbers) + 1}`;
  const next = withParticipants(form, [...form.participants, { ...row, key }]);
  // Who took part in a meeting with somebody at risk is itself a risk to them.
  const open = form.sensitivity === 'internal' || form.sensitivity === 'confidential';
  return atRisk && open ? { ...next, sensitivity: 'restricted' } : next;
}

function isPresent(form: InteractionForm, added: NewParticipant): boolean {
  return form.participants.some(
    (row) =>
      row.remove === '' &&
      row.kind === added.kind &&
      ((added.kind === 'person' && row.person === added.person) ||
        (added.kind === 'organisation' && row.organisation === added.organisation)),
  );
}

function removeParticipant(form: InteractionForm, key: string): InteractionForm {
  const rows = form.participants.flatMap((row) => {
    if (row.key !== key) return [row];
    return row.ref === '' ? [] : [{ ...row, remove: 'yes' }];
  });
  return withParticipants(form, rows);
}

/** Until somebody chooses countries by hand, they are those of the partners. */
function withParticipants(form: InteractionForm, participants: ParticipantRow[]): InteractionForm {
  const next = { ...form, participants };
  if (form.countriesChosen === 'yes') return next;
  const present = participants.filter((row) => row.remove === '' && row.country !== '');
  return { ...next, countries: [...new Set(present.map((row) => row.country))] };
}

/** An instrument that was advised on was spoken of. */
function withInstrumentOf(form: InteractionForm, instrument: string | undefined): InteractionForm {
  if (!instrument || form.instruments.includes(instrument)) return form;
  return { ...form, instruments: [...form.instruments, instrument] };
}

function topicOfNext(form: InteractionForm): string {
  return form.advice.at(-1)?.topic || 'other';
}

function later(date: string, today: string): string {
  return date > today && dayAfter(date, 0) === date ? date : today;
}

function patched<Row>(rows: readonly Row[], index: number, patch: Partial<Row>): Row[] {
  return rows.map((row, place) => (place === index ? { ...row, ...patch } : row));
}

/** A row that was saved before is only marked, so that the server knows which one to take out. */
function without<Row extends { ref: string; remove: string }>(rows: readonly Row[], index: number): Row[] {
  return rows.flatMap((row, place) => {
    if (place !== index) return [row];
    return row.ref === '' ? [] : [{ ...row, remove: 'yes' }];
  });
}
