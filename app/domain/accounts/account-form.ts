import { z } from 'zod';
import type { Role } from '#db/schema/accounts.ts';
import { line, LIMITS } from '../kernel/fields.ts';
import type { FormErrors, FormFields } from '../kernel/form-fields.ts';

/** The roles an account can hold, in the order of the form. */
export const ROLES = ['officer', 'manager', 'writer', 'administrator'] as const satisfies readonly Role[];

/** What the form of an account shows. Teams are refs. */
export interface AccountValues {
  name: string;
  email: string;
  roles: string[];
  teams: string[];
}

export interface AccountInput {
  name: string;
  email: string;
  roles: Role[];
  teams: string[];
}

const shape = z.object({
  name: line('Write the name of the person.', LIMITS.name),
  email: z.email('Write an e-mail address such as name@example.org.').max(200, 'Use at most 200 characters.'),
  roles: z.array(z.enum(ROLES, 'Choose roles of the list.')).min(1, 'Choose at least one role.'),
  teams: z.array(z.string()),
});

export type ReadAccount =
  | { ok: true; input: AccountInput; values: AccountValues }
  | { ok: false; errors: FormErrors; values: AccountValues };

/** Reads the form of an account: what was typed either way, and the input or the errors by field. */
export function readAccount(fields: FormFields, faults: FormErrors): ReadAccount {
  const values: AccountValues = {
    name: fields.one('name').trim(),
    email: fields.one('email').trim(),
    roles: fields.many('roles'),
    teams: fields.many('teams'),
  };
  const parsed = shape.safeParse(values);
  const errors: FormErrors = { ...faults };
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (!parsed.success || Object.keys(errors).length > 0) return { ok: false, errors, values };
  return { ok: true, input: parsed.data, values };
}
