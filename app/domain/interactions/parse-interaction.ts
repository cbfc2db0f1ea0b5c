import { z } from 'zod';
import { LEVELS } from '#db/levels.ts';
import { day, LIMITS, line, optionalCount, optionalDay, prose } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import {
  isBlankAdvice,
  isBlankCommitment,
  isBlankFollowUp,
  type AdviceRow,
  type CommitmentRow,
  type FollowUpRow,
  type InteractionForm,
  type ParticipantRow,
} from './form.ts';

const codes = z.array(z.string().max(40)).max(250);
const tokens = z.array(z.string().max(60)).max(200);
const row = { ref: z.string().max(20), remove: z.string().transform((value) => value === 'yes') };

const participantSchema = z.object({
  ...row,
  key: z.string().max(20),
  kind: z.enum(['person', 'organisation', 'group', 'new-person', 'new-organisation']),
  person: z.string().max(20),
  organisation: z.string().max(60),
  position: z.string().max(20),
  name: line(null, LIMITS.name),
  title: line(null, LIMITS.name),
  organisationName: line(null, LIMITS.name),
  partnerType: z.string().max(40),
  country: z.string().max(3),
  confirmed: z.string().transform((value) => value === 'yes'),
  headcount: optionalCount(),
  women: optionalCount(),
});

const adviceSchema = z.object({
  ...row,
  text: prose().refine((value) => value.trim() !== '', 'Write what was advised, or remove this advice.'),
  topic: z.string().max(40),
  recipients: tokens,
  instrument: z.string().max(40),
  provision: z.string().max(80),
  workAreas: codes,
  countries: codes,
});

const commitmentSchema = z.object({
  ...row,
  text: prose().refine((value) => value.trim() !== '', 'Write what was promised, or remove this commitment.'),
  by: z.string().max(60),
  due: optionalDay(),
  workAreas: codes,
  countries: codes,
});

const followUpSchema = z.object({
  ...row,
  title: line('Write what is to be done, or remove this follow-up.'),
  assignee: z.string().min(1, 'Choose who will do this.').max(20),
  due: day('Choose when this is due.'),
  workAreas: codes,
  countries: codes,
});

const interactionSchema = z
  .object({
    key: z.string().min(8, 'This form has no submission key. Open the page again.').max(80),
    version: z.string().max(12),
    kind: z.string().min(1, 'Choose the kind of interaction.').max(40),
    date: day('Enter the date of the interaction.'),
    endDate: optionalDay(),
    partOf: z.string().max(20),
    time: z.union([
      z.literal('').transform(() => null),
      z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hours and minutes, such as 14:30.'),
    ]),
    titlesAfresh: z.string().transform((value) => value === 'yes'),
    place: line(null),
    attribution: z.enum(['on_record', 'chatham_house', 'not_for_use'], {
      error: 'Choose how this may be quoted.',
    }),
    team: z.string().max(20),
    countries: codes,
    countriesChosen: z.string().transform((value) => value === 'yes'),
    workAreas: codes.min(1, 'Choose at least one work area.'),
    instruments: codes,
    objectives: codes,
    participants: z
      .array(participantSchema)
      .max(300, 'Enter at most 300 participants; use a headcount for more.'),
    staff: codes,
    summary: line('Write a summary in one line.'),
    notes: prose(LIMITS.notes),
    assessment: prose(),
    sensitivity: z.enum(LEVELS, { error: 'Choose a sensitivity.' }),
    readers: codes,
    assessmentReaders: codes,
    untold: codes,
    advice: z.array(adviceSchema).max(50, 'Enter at most 50 pieces of advice.'),
    commitments: z.array(commitmentSchema).max(50, 'Enter at most 50 commitments.'),
    followUps: z.array(followUpSchema).max(50, 'Enter at most 50 follow-ups.'),
    followUp: z.string().max(20),
    followUpOpen: z.string().transform((value) => value === 'yes'),
  })
  .refine((form) => !form.endDate || form.endDate >= form.date, {
    path: ['endDate'],
    message: 'The last day must not be before the first.',
  });

/** What the use cases take: every value well formed; that codes and refs exist is seen when they are resolved. */
export type InteractionInput = Omit<z.output<typeof interactionSchema>, RowList> & {
  participants: ParticipantInput[];
  advice: AdviceInput[];
  commitments: CommitmentInput[];
  followUps: FollowUpInput[];
};
type RowList = 'participants' | 'advice' | 'commitments' | 'followUps';
/** `field` names the row in the form (`advice.2`), for errors that are found later. */
type InForm<T> = T & { field: string };
export type ParticipantInput = InForm<z.output<typeof participantSchema>>;
export type AdviceInput = InForm<z.output<typeof adviceSchema>>;
export type CommitmentInput = InForm<z.output<typeof commitmentSchema>>;
export type FollowUpInput = InForm<z.output<typeof followUpSchema>>;

export type Parsed = { ok: true; input: InteractionInput } | { ok: false; errors: FormErrors };

/** Judges a form as typed. Rows left blank are passed over; errors are keyed by the field's name in the form. */
export function parseInteraction(form: InteractionForm): Parsed {
  const kept = {
    advice: indexesOf<AdviceRow>(form.advice, isBlankAdvice),
    commitments: indexesOf<CommitmentRow>(form.commitments, isBlankCommitment),
    followUps: indexesOf<FollowUpRow>(form.followUps, isBlankFollowUp),
  };
  const result = interactionSchema.safeParse({
    ...form,
    advice: kept.advice.map((index) => form.advice[index]),
    commitments: kept.commitments.map((index) => form.commitments[index]),
    followUps: kept.followUps.map((index) => form.followUps[index]),
  });
  const errors: FormErrors = {};
  for (const issue of result.error?.issues ?? []) {
    const [list, place, ...rest] = issue.path;
    const original =
      list !== undefined && list in kept ? kept[list as keyof typeof kept][Number(place)] : place;
    const path = place === undefined ? [list] : [list, original, ...rest];
    errors[path[0] === 'countries' ? 'countries' : path.join('.')] ??= issue.message;
  }
  if (result.success) Object.assign(errors, missingPartner(form.participants));
  if (!result.success || Object.keys(errors).length > 0) return { ok: false, errors };
  const { data } = result;
  return {
    ok: true,
    input: {
      ...data,
      participants: data.participants.map((one, index) => ({ ...one, field: `participants.${index}` })),
      advice: data.advice.map((one, index) => ({ ...one, field: `advice.${kept.advice[index]}` })),
      commitments: data.commitments.map((one, index) => ({
        ...one,
        field: `commitments.${kept.commitments[index]}`,
      })),
      followUps: data.followUps.map((one, index) => ({
        ...one,
        field: `followUps.${kept.followUps[index]}`,
      })),
    },
  };
}

function indexesOf<T extends { remove: string }>(rows: T[], isBlank: (row: T) => boolean): number[] {
  return rows.flatMap((one, index) => (isBlank(one) ? [] : [index]));
}

/** A new interaction needs a partner; an edited one may have some that its editor cannot see. */
function missingPartner(participants: ParticipantRow[]): FormErrors {
  const errors: FormErrors = {};
  for (const [index, participant] of participants.entries()) {
    if (participant.remove === 'yes' || participant.ref !== '') continue;
    if (participant.kind === 'new-person' && participant.name.trim() === '') {
      errors[`participants.${index}.name`] = 'Write the name of this person.';
    }
    if (participant.kind === 'new-organisation' && participant.name.trim() === '') {
      errors[`participants.${index}.name`] = 'Write the name of this organisation.';
    }
    if (participant.kind === 'group' && participant.headcount.trim() === '') {
      errors[`participants.${index}.headcount`] = 'Write how many people came.';
    }
  }
  return errors;
}
