import type { PromiseLinks } from '#db/queries/promise-writes.ts';
import type { Reference } from '../reference/reference.server.ts';

/** Work areas and countries of a row of its own, or of the meeting where it names none. */
export function ownLinks(
  reference: Reference,
  row: { workAreas: string[]; countries: string[] },
  meeting: PromiseLinks,
): PromiseLinks {
  const workAreas = row.workAreas.flatMap((code) => reference.findTerm('work_area', code)?.id ?? []);
  const countries = row.countries.flatMap((code) => reference.findCountry(code)?.id ?? []);
  return {
    workAreas: workAreas.length > 0 ? workAreas : meeting.workAreas,
    countries: countries.length > 0 ? countries : meeting.countries,
  };
}
