import { listBodies, type BodyRow } from '#db/queries/reviews.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { labelOf } from '../reference/reference.server.ts';

/** Bodies of these kinds examine or visit States; the others (funds, networks, secretariats) do not. */
const REVIEWING = new Set([
  'treaty body',
  'visiting body',
  'peer review',
  'special procedure',
  'special mechanism',
  'commission',
  'rapporteurship',
  'independent office',
]);

export interface Body {
  id: number;
  code: string;
  /** What people call it: "CAT Committee", "SPT". */
  short: string;
  name: string;
  reviews: boolean;
}

/** The international bodies by id, in the order of the reference data. */
export async function bodiesById({ db, actor, reference }: Context): Promise<Map<number, Body>> {
  const rows = await reference.remember('bodies', () => listBodies(db));
  const bodies = rows.map((row: BodyRow): Body => ({
    id: row.id,
    code: row.code,
    short: row.acronym ?? row.code,
    name: labelOf(row.names, actor.language),
    reviews: REVIEWING.has(row.kind),
  }));
  return new Map(bodies.map((body) => [body.id, body]));
}

/** Those that review States, for a list to choose from. */
export function bodyChoices(bodies: Map<number, Body>): { value: string; label: string }[] {
  return [...bodies.values()]
    .filter((body) => body.reviews)
    .map(({ code, short, name }) => ({ value: code, label: `${short}: ${name}` }));
}

/** The body an address names, or undefined where it names none. Throws BadRequest for one there is not. */
export function bodyNamed(bodies: Map<number, Body>, code: string): Body | undefined {
  if (code === '') return undefined;
  const found = [...bodies.values()].find((body) => body.code === code);
  if (!found) throw new BadRequest('This filter is not one of those there are.');
  return found;
}
