import { z } from 'zod';
import type { DigestPace } from '#db/schema/notifications.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** What an account wants to be told, and when. Hours are of its own day, 0 to 23. */
export interface Choices {
  assignmentMail: boolean;
  mentionMail: boolean;
  digest: DigestPace;
  digestHour: number;
  /** No mail but the digest, and no number beside the inbox. */
  calm: boolean;
  /** Both or neither: mail that would go out between the two waits until the second. */
  quietFrom: number | null;
  quietUntil: number | null;
}

export const DEFAULT_CHOICES: Choices = {
  assignmentMail: true,
  mentionMail: true,
  digest: 'daily',
  digestHour: 7,
  calm: false,
  quietFrom: null,
  quietUntil: null,
};

/** The form as typed. */
export interface ChoiceValues {
  version: string;
  mails: string[];
  digest: string;
  digestHour: string;
  calm: string;
  quietFrom: string;
  quietUntil: string;
}

export const CHOICE_SHAPE = { lists: ['mails'] };

const hour = z
  .string()
  .regex(/^(?:\d|1\d|2[0-3])$/, 'Choose an hour of the list.')
  .transform(Number);
const hourOrNone = z.union([z.literal('').transform(() => null), hour], 'Choose an hour of the list.');

const shape = z
  .object({
    version: z
      .string()
      .regex(/^[1-9]\d{0,8}$/, 'Open this page again.')
      .transform(Number),
    mails: z.array(z.enum(['assignment', 'mention'], 'Choose mails of the list.')),
    digest: z.enum(['off', 'daily', 'weekly'], 'Choose how often.'),
    digestHour: hour,
    calm: z.enum(['', 'yes']),
    quietFrom: hourOrNone,
    quietUntil: hourOrNone,
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
    message: 'Choose both hours, or neither.',
  })
  .refine(({ quietFrom, quietUntil }) => quietFrom === null || quietFrom !== quietUntil, {
    path: ['quietUntil'],
    message: 'Choose another hour: these two leave no time between them.',
  });

export type ReadChoices =
  | { ok: true; values: ChoiceValues; version: number; choices: Choices }
  | { ok: false; values: ChoiceValues; errors: FormErrors };

export function readChoices(fields: FormFields, faults: FormErrors): ReadChoices {
  const values: ChoiceValues = {
    version: fields.one('version'),
    mails: fields.many('mails'),
    digest: fields.one('digest'),
    digestHour: fields.one('digestHour'),
    calm: fields.one('calm'),
    quietFrom: fields.one('quietFrom'),
    quietUntil: fields.one('quietUntil'),
  };
  const parsed = shape.safeParse(values);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, values, errors };
  const { version, mails, calm, ...rest } = parsed.data;
  return {
    ok: true,
    values,
    version,
    choices: {
      ...rest,
      assignmentMail: mails.includes('assignment'),
      mentionMail: mails.includes('mention'),
      calm: calm === 'yes',
    },
  };
}

export function valuesOf(choices: Choices, version: number): ChoiceValues {
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    version: String(version),
    mails: [...(choices.assignmentMail ? ['assignment'] : []), ...(choices.mentionMail ? ['mention'] : [])],
    digest: choices.digest,
    digestHour: String(choices.digestHour),
    calm: choices.calm ? 'yes' : '',
    quietFrom: text(choices.quietFrom),
    quietUntil: text(choices.quietUntil),
  };
}
