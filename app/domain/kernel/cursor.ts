import { BadRequest } from './errors.ts';
import { isCalendarDay } from './fields.ts';
import { isRef } from './refs.ts';

/** Where a page of a list was turned: the date and ref of a row, never an id. */
export interface Turn {
  on: string;
  ref: string;
}

/** The older rows than `before`, or the newer ones than `after`; the newest where neither is given. */
export interface Paging {
  before?: Turn;
  after?: Turn;
}

export function cursorOf({ on, ref }: Turn): string {
  return `${on}~${ref}`;
}

/** Reads the words of an address. Throws BadRequest for a cursor that no page of ours has made. */
export function readPaging(before: string, after: string): Paging {
  if (before !== '' && after !== '') throw new BadRequest('A page is turned one way at a time.');
  return { ...(before && { before: readCursor(before) }), ...(after && { after: readCursor(after) }) };
}

function readCursor(text: string): Turn {
  const [on = '', ref = '', ...rest] = text.split('~');
  if (rest.length > 0 || !isCalendarDay(on) || !isRef(ref))
    throw new BadRequest('This is no place in a list.');
  return { on, ref };
}

/** One more row than the page holds was asked for: it says whether there are more that way. */
export function cutPage<T>(rows: readonly T[], limit: number, { before, after }: Paging) {
  const more = rows.length > limit;
  const shown = rows.slice(0, limit);
  if (after) shown.reverse();
  return { rows: shown, hasNewer: after ? more : before !== undefined, hasOlder: after ? true : more };
}
