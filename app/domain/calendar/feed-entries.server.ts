import {
  listCalendarDeadlines,
  listCalendarReviews,
  listCalendarTargets,
} from '#db/queries/calendar-facts.ts';
import { interactionWalks, listCalendarInteractions } from '#db/queries/calendar-interactions.ts';
import {
  commitmentWalks,
  followUpWalks,
  listCalendarCommitments,
  listCalendarFollowUps,
} from '#db/queries/calendar-promises.ts';
import { listPlacesInSpan, type CalendarFilter } from '#db/queries/calendar-walks.ts';
import type { Walk } from '#db/visibility.ts';
import { today, type Context } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import type { CalendarEntry } from './entry.ts';
import {
  entryOfDeadline,
  entryOfInteraction,
  entryOfPromise,
  entryOfReview,
  entryOfTarget,
} from './fill-entries.server.ts';
import { redact } from './redact.ts';

/** Three months back and a year ahead. */
const [BACK, AHEAD] = [92, 366];
const MOST = { back: 200, ahead: 400, facts: 200 };
/** A feed stays under a megabyte: what lies farthest from today is left out. */
const MOST_BYTES = 750_000;
const BYTES_OF_FRAME = 600;

/** What a feed tells: everything dated that its owner may see now, redacted, the nearest first where it is too much. */
export async function feedEntries(context: Context, filter: CalendarFilter): Promise<CalendarEntry[]> {
  const day = today(context);
  const entries = (await allEntries(context, filter, day)).flatMap((entry) => redact(entry) ?? []);
  return withinBytes(entries, day).sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || (a.ref < b.ref ? -1 : 1),
  );
}

async function allEntries(context: Context, filter: CalendarFilter, day: string): Promise<CalendarEntry[]> {
  const { db, actor } = context;
  const span = { from: addDays(day, -BACK), to: addDays(day, AHEAD), partial: [] };
  const idsOf = async (walks: Walk[]): Promise<number[]> => {
    const ahead = { from: day, to: span.to };
    const back = { from: span.from, to: addDays(day, -1) };
    const coming = await listPlacesInSpan(db, walks, ahead, { forward: true, limit: MOST.ahead });
    const gone = await listPlacesInSpan(db, walks, back, { forward: false, limit: MOST.back });
    return [...new Set([...coming, ...gone].map(({ id }) => id))];
  };
  const meetings = await listCalendarInteractions(db, actor, {
    ids: await idsOf(interactionWalks(actor, filter)),
  });
  const tasks = await listCalendarFollowUps(db, actor, { ids: await idsOf(followUpWalks(actor, filter)) });
  const promises = await listCalendarCommitments(db, actor, {
    ids: await idsOf(commitmentWalks(actor, filter)),
  });
  return [
    ...meetings.map((row) => entryOfInteraction(context, row)),
    ...tasks.map((row) => entryOfPromise('follow_up', row)),
    ...promises.map((row) => entryOfPromise('commitment', row)),
    ...(await listCalendarTargets(db, actor, filter, { span }, MOST.facts)).map(entryOfTarget),
    ...(await listCalendarReviews(db, actor, filter, { span }, MOST.facts)).map((row) =>
      entryOfReview(context, row),
    ),
    ...(await listCalendarDeadlines(db, actor, filter, { span }, MOST.facts)).map((row) =>
      entryOfDeadline(context, row),
    ),
  ].filter((entry) => entry.on.length === 10);
}

function withinBytes(entries: readonly CalendarEntry[], day: string): CalendarEntry[] {
  const distance = ({ on }: CalendarEntry) => Math.abs(Date.parse(on) - Date.parse(day));
  let bytes = 0;
  return [...entries]
    .sort((a, b) => distance(a) - distance(b) || (a.ref < b.ref ? -1 : 1))
    .filter(({ title, place, who }) => {
      bytes += BYTES_OF_FRAME + Buffer.byteLength(`${title}${place ?? ''}${who ?? ''}`);
      return bytes <= MOST_BYTES;
    });
}
