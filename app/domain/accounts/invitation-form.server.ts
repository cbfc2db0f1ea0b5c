import { z } from 'zod';
import { line, LIMITS } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';
import { passwordFault } from './password-rules.server.ts';
import { isZone } from './time-zone.ts';
import type { Acceptance } from './accept-invitation.server.ts';

const shape = z.object({
  name: line('Write your name.', LIMITS.name),
  zone: z.string().refine(isZone, 'Choose a time zone of the list.'),
});

/** Reads what an invited person fills in; `email` is theirs already. Passwords are never sent back. */
export function readInvitation(fields: FormFields, faults: FormErrors, email: string) {
  const values = { name: fields.one('name').trim(), zone: fields.one('zone') };
  const password = fields.one('password');
  const parsed = shape.safeParse(values);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  const fault = passwordFault(password, [values.name, email]);
  if (fault) errors['password'] ??= fault;
  if (!parsed.success || Object.keys(errors).length > 0) return { acceptance: undefined, values, errors };
  const acceptance: Omit<Acceptance, 'token'> = { ...parsed.data, password };
  return { acceptance, values, errors };
}
