import { z } from 'zod';
import type { FormErrors, FormFields } from '#app/domain/kernel/form-fields.ts';
import type { Role } from '#db/schema/accounts.ts';
import type { FirstAccount } from './set-up-first-account.server.ts';
import { passwordFault } from './password-rules.server.ts';
import { isZone } from './time-zone.ts';

const roles = ['administrator', 'officer', 'manager', 'writer'] as const satisfies readonly Role[];

const shape = z.object({
  name: z.string().trim().min(1, 'Write your name.').max(200, 'Use at most 200 characters.'),
  email: z.email('Write an e-mail address such as name@example.org.').max(200, 'Use at most 200 characters.'),
  team: z.string().trim().min(1, 'Name the team that you belong to.').max(200, 'Use at most 200 characters.'),
  zone: z.string().refine(isZone, 'Choose a time zone of the list.'),
  roles: z.array(z.enum(roles)).min(1, 'Choose at least one role.'),
});

/** What the form shows again; passwords are never sent back. */
export interface FirstAccountValues {
  name: string;
  email: string;
  team: string;
  zone: string;
  roles: string[];
}

/** Reads the form of the first account: the account, or the errors by field, and the values either way. */
export function readFirstAccount(fields: FormFields, faults: FormErrors) {
  const values: FirstAccountValues = {
    name: fields.one('name').trim(),
    email: fields.one('email').trim(),
    team: fields.one('team').trim(),
    zone: fields.one('zone'),
    roles: fields.many('roles'),
  };
  const parsed = shape.safeParse(values);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  const password = fields.one('password');
  const fault = passwordFault(password, [values.name, values.email]);
  if (fault) errors.password ??= fault;
  if (!parsed.success || Object.keys(errors).length > 0) return { account: undefined, values, errors };
  const account: Omit<FirstAccount, 'token'> = { ...parsed.data, password, language: 'en' };
  return { account, values, errors };
}
