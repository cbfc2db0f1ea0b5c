import {
  listCalendarDeadlines,
  listCalendarReviews,
  listCalendarTargets,
} from '#db/queries/calendar-facts.ts';
import { listCalendarInteractions } from '#db/queries/calendar-interactions.ts';
import { listCalendarCommitments, listCalendarFollowUps } from '#db/queries/calendar-promises.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import type { CalendarEntry, CalendarNoun } from './entry.ts';
import {
  entryOfDeadline,
  entryOfInteraction,
  entryOfPromise,
  entryOfReview,
  entryOfTarget,
} from './fill-entries.server.ts';
import { redact } from './redact.ts';

/**
 * One dated thing for the reader's own calendar, redacted as in a feed. Throws NotFound for what is hidden, what is not
 * there, what has no day or is done, and what a feed would leave out.
 */
export async function findEvent(context: Context, noun: CalendarNoun, ref: string): Promise<CalendarEntry> {
  const found = isRef(ref) ? await readEntry(context, noun, ref) : undefined;
  const entry = found && redact(found);
  if (!entry || entry.on.length < 10) throw new NotFound();
  return entry;
}

async function readEntry(
  context: Context,
  noun: CalendarNoun,
  ref: string,
): Promise<CalendarEntry | undefined> {
  const { db, actor } = context;
  const which = { ref };
  if (noun === 'interaction')
    return (await listCalendarInteractions(db, actor, which)).map((row) =>
      entryOfInteraction(context, row),
    )[0];
  if (noun === 'follow_up')
    return (await listCalendarFollowUps(db, actor, which)).map((row) => entryOfPromise(noun, row))[0];
  if (noun === 'commitment')
    return (await listCalendarCommitments(db, actor, which)).map((row) => entryOfPromise(noun, row))[0];
  if (noun === 'objective') return (await listCalendarTargets(db, actor, {}, which, 1)).map(entryOfTarget)[0];
  if (noun === 'review')
    return (await listCalendarReviews(db, actor, {}, which, 1)).map((row) => entryOfReview(context, row))[0];
  return (await listCalendarDeadlines(db, actor, {}, which, 1)).map((row) =>
    entryOfDeadline(context, row),
  )[0];
}
