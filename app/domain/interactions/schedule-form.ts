import { z } from 'zod';
import { isZone } from '../accounts/time-zone.ts';
import { day } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';

/** The small form that moves a planned interaction, as typed. */
export interface ScheduleForm {
  version: string;
  date: string;
  time: string;
  zone: string;
}

const schema = z.object({
  version: z.string().max(12),
  date: day('Enter the day on which it will take place.'),
  time: z.union([
    z.literal('').transform(() => null),
    z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as hours and minutes, such as 14:30.'),
  ]),
  zone: z.string().max(60).refine(isZone, 'Choose a time zone of the list.'),
});

export type Schedule = z.output<typeof schema>;

export function parseSchedule(
  form: ScheduleForm,
): { ok: true; schedule: Schedule } | { ok: false; errors: FormErrors } {
  const result = schema.safeParse(form);
  if (result.success) return { ok: true, schedule: result.data };
  const errors: FormErrors = {};
  for (const { path, message } of result.error.issues) errors[String(path[0])] ??= message;
  return { ok: false, errors };
}
