import { line, LIMITS } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';

const shape = line('Name the team.', LIMITS.name);

/** The name of a team, or what is wrong with it in words. */
export function readTeamName(name: string): { name: string } | { errors: FormErrors } {
  const parsed = shape.safeParse(name);
  return parsed.success
    ? { name: parsed.data }
    : { errors: { name: parsed.error.issues[0]?.message ?? 'Name the team.' } };
}
