import type { PromiseLinks } from '#db/queries/promise-writes.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import type { Reference } from '../reference/reference.server.ts';

/** The work areas and countries that a form names by code. What is in no list is said in `errors`. */
export function resolveLinks(
  reference: Reference,
  form: { workAreas: readonly string[]; countries: readonly string[] },
  errors: FormErrors,
): PromiseLinks | undefined {
  const workAreas = form.workAreas.flatMap((code) => reference.findTerm('work_area', code)?.id ?? []);
  const countries = form.countries.flatMap((iso3) => reference.findCountry(iso3)?.id ?? []);
  if (workAreas.length < form.workAreas.length) errors['workAreas'] ??= 'Choose work areas from the list.';
  if (countries.length < form.countries.length) errors['countries'] ??= 'Choose countries from the list.';
  return 'workAreas' in errors || 'countries' in errors ? undefined : { workAreas, countries };
}
