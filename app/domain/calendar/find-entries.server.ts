import {
  listCalendarDeadlines,
  listCalendarReviews,
  listCalendarTargets,
  type FactSpan,
} from '#db/queries/calendar-facts.ts';
import {
  interactionWalks,
  listCalendarInteractions,
  listRunning,
} from '#db/queries/calendar-interactions.ts';
import {
  commitmentWalks,
  followUpWalks,
  listCalendarCommitments,
  listCalendarFollowUps,
} from '#db/queries/calendar-promises.ts';
import { listIdsByDay, type CalendarFilter } from '#db/queries/calendar-walks.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import { compareEntries, type CalendarEntry, type CalendarNoun } from './entry.ts';
import {
  entryOfDeadline,
  entryOfInteraction,
  entryOfPromise,
  entryOfReview,
  entryOfTarget,
} from './fill-entries.server.ts';

/** Further than this nobody counts what stands on one day: it says "more than". */
export const MOST_A_DAY = 30;
const MOST_RUNNING = 200;
const MOST_FACTS = 400;
/** What lasts longer is shown on its first day, and near its end. */
const LONGEST = 92;

export interface DayEntries {
  on: string;
  /** The first few, in their order. */
  entries: CalendarEntry[];
  /** How many there are; where `countedAll` is false, at least. */
  count: number;
  countedAll: boolean;
}

interface Asked {
  filter: CalendarFilter;
  nouns: readonly CalendarNoun[];
  days: readonly string[];
  /** Months or years whose entries have no day. */
  partial: readonly string[];
  /** How many entries of each noun a day is read with. */
  each: number;
}

/** Everything dated on some days in a row, day by day, and what is dated only by their month or year. */
export async function findEntries(context: Context, asked: Asked) {
  const { days, partial } = asked;
  const walked = await walkedEntries(context, asked);
  const span = { from: days[0] ?? '', to: days.at(-1) ?? '', partial };
  const facts = await factEntries(context, asked, span);
  const whole = facts.filter((entry) => entry.on.length === 10);
  return {
    days: days.map((on): DayEntries => {
      const day = walked.get(on) ?? { entries: [], count: 0, countedAll: true };
      const those = whole.filter((entry) => entry.on <= on && (entry.until ?? entry.on) >= on);
      return {
        on,
        entries: [...day.entries, ...those].sort(compareEntries),
        count: day.count + those.length,
        countedAll: day.countedAll,
      };
    }),
    undated: facts.filter((entry) => entry.on.length < 10),
  };
}

type Walked = Map<string, { entries: CalendarEntry[]; count: number; countedAll: boolean }>;

/** Interactions, follow-ups and commitments: each day is asked by itself, so that a full month costs no more. */
async function walkedEntries(context: Context, { filter, nouns, days, each }: Asked): Promise<Walked> {
  const { db, actor } = context;
  const asks = (noun: CalendarNoun) => nouns.includes(noun);
  const idsOf = (walks: ReturnType<typeof followUpWalks>) => listIdsByDay(db, walks, days, MOST_A_DAY + 1);
  const meetings = asks('interaction')
    ? await idsOf(interactionWalks(actor, filter))
    : new Map<string, number[]>();
  const tasks = asks('follow_up') ? await idsOf(followUpWalks(actor, filter)) : new Map<string, number[]>();
  const promises = asks('commitment')
    ? await idsOf(commitmentWalks(actor, filter))
    : new Map<string, number[]>();
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const running = asks('interaction')
    ? await listRunning(db, actor, filter, { from, to, latest: addDays(to, LONGEST) }, MOST_RUNNING)
    : [];
  const few = (found: Map<string, number[]>) => [...found.values()].flatMap((ids) => ids.slice(0, each));
  const ids = [...new Set([...few(meetings), ...running.map(({ id }) => id)])];
  const byId = {
    interaction: entriesById(await listCalendarInteractions(db, actor, { ids }), (row) =>
      entryOfInteraction(context, row),
    ),
    follow_up: entriesById(await listCalendarFollowUps(db, actor, { ids: few(tasks) }), (row) =>
      entryOfPromise('follow_up', row),
    ),
    commitment: entriesById(await listCalendarCommitments(db, actor, { ids: few(promises) }), (row) =>
      entryOfPromise('commitment', row),
    ),
  };
  return new Map(
    days.map((on) => {
      const began = { interaction: meetings.get(on), follow_up: tasks.get(on), commitment: promises.get(on) };
      const nounsOfDay = Object.keys(byId) as (keyof typeof byId)[];
      const onward = running.filter((place) => place.on < on && place.until >= on);
      const entries = [
        ...nounsOfDay.flatMap((noun) => (began[noun] ?? []).flatMap((id) => byId[noun].get(id) ?? [])),
        ...onward.flatMap(({ id }) => byId.interaction.get(id) ?? []),
      ];
      const counts = nounsOfDay.map((noun) => began[noun]?.length ?? 0);
      return [
        on,
        {
          entries,
          count: counts.reduce((sum, n) => sum + Math.min(n, MOST_A_DAY), onward.length),
          countedAll: counts.every((n) => n <= MOST_A_DAY) && running.length < MOST_RUNNING,
        },
      ];
    }),
  );
}

function entriesById<T extends { id: number }>(rows: readonly T[], entryOf: (row: T) => CalendarEntry) {
  return new Map(rows.map((row) => [row.id, entryOf(row)]));
}

async function factEntries(
  context: Context,
  { filter, nouns }: Asked,
  span: FactSpan,
): Promise<CalendarEntry[]> {
  const { db, actor } = context;
  const asks = (noun: CalendarNoun) => nouns.includes(noun);
  const targets = asks('objective') ? await listCalendarTargets(db, actor, filter, { span }, MOST_FACTS) : [];
  const reviews = asks('review') ? await listCalendarReviews(db, actor, filter, { span }, MOST_FACTS) : [];
  const deadlines = asks('deadline')
    ? await listCalendarDeadlines(db, actor, filter, { span }, MOST_FACTS)
    : [];
  return [
    ...targets.map(entryOfTarget),
    ...reviews.map((row) => entryOfReview(context, row)),
    ...deadlines.map((row) => entryOfDeadline(context, row)),
  ];
}
