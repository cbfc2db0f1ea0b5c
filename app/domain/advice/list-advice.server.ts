import { countAdvice, findVisibleAdviceId, listAdvice, type AdviceFilter } from '#db/queries/advice-list.ts';
import { LEVELS } from '#db/levels.ts';
import { listStaff } from '#db/queries/staff.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import type { Context } from '../kernel/context.ts';
import { cursorOf, cutPage, type Paging, type Turn } from '../kernel/cursor.ts';
import { partnersNamed } from '../partners/partners-named.server.ts';
import { countryChoices, instrumentChoices, termChoices } from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { LAST } from '../timeline/read-timeline.server.ts';
import { adviceFlow, MOST_IN_FLOW } from './advice-flow.server.ts';
import { glanceAdvice, type AdviceGlance } from './glance-advice.server.ts';
import { ADVICE_WORDS, readAdviceQuestion, WAITS, type AdviceWords } from './read-advice-question.server.ts';

export interface AdviceRequest {
  words: AdviceWords;
  paging: Paging;
  oldestFirst: boolean;
  /** A recipient by name, to be chosen from; '' for none. */
  recipient: string;
}

const PAGE = 50;

const LEVEL_WORDS = ['Internal', 'Confidential', 'Restricted', 'Sealed'];

/** The register with its filters, its count, and the flow of what it shows. */
export async function listAdviceRegister(context: Context, request: AdviceRequest) {
  const { words, paging, oldestFirst, recipient } = request;
  const { filter, active } = await readAdviceQuestion(context, words);
  const page = await adviceAt(context, filter, paging, PAGE, oldestFirst);
  const isEmpty = page.advice.length === 0;
  const staff = await listStaff(context.db);
  return {
    ...page,
    oldestFirst,
    flow: await adviceFlow(context, filter),
    active,
    widest: isEmpty && active.length > 0 ? await widestFilter(context, words, active) : null,
    query: ADVICE_WORDS.flatMap((name): [string, string][] =>
      words[name] === '' ? [] : [[name, words[name]]],
    ),
    asked: recipient,
    recipients: await partnersNamed(context, recipient),
    choices: {
      countries: countryChoices(context),
      instruments: instrumentChoices(context),
      workAreas: termChoices(context, 'work_area'),
      topics: termChoices(context, 'advice_topic'),
      statuses: termChoices(context, 'advice_status'),
      waits: WAITS.map((days) => ({ value: days, label: `Over ${days} days` })),
      levels: LEVELS.map((value, place) => ({ value, label: LEVEL_WORDS[place] ?? value })),
      authors: staff.map(({ ref, name }) => ({ value: ref, label: name })),
    },
    mayLog: mayLogInteraction(context.actor),
    reading: readingOf(context),
  };
}

export type AdviceRegisterView = Awaited<ReturnType<typeof listAdviceRegister>>;

/** One page of the register; cursors of its neighbours, null at the ends. */
export async function adviceAt(
  context: Context,
  filter: AdviceFilter,
  paging: Paging,
  limit: number,
  oldestFirst = false,
): Promise<{ advice: AdviceGlance[]; newer: string | null; older: string | null }> {
  const { db, actor } = context;
  const fromOldest = oldestFirst && !paging.before && !paging.after;
  const after = fromOldest ? { on: '', id: 0 } : await placeOf(context, paging.after, 0);
  const found = await listAdvice(db, actor, filter, {
    before: await placeOf(context, paging.before, LAST),
    after,
    limit: limit + 1,
  });
  const turned = fromOldest ? { after: { on: '', ref: '' } } : paging;
  const { rows, hasNewer, hasOlder } = cutPage(found, limit, turned);
  const advice = await glanceAdvice(context, rows);
  const [first, last] = [advice[0], advice.at(-1)];
  return {
    advice: oldestFirst ? [...advice].reverse() : advice,
    newer: hasNewer && first ? cursorOf(first) : null,
    older: hasOlder && last && !fromOldest ? cursorOf(last) : null,
  };
}

async function placeOf({ db, actor }: Context, turn: Turn | undefined, otherwise: number) {
  if (!turn) return undefined;
  return { on: turn.on, id: (await findVisibleAdviceId(db, actor, turn.ref)) ?? otherwise };
}

/** Which filter to let go of first: the one without which most rows would be found. */
async function widestFilter(
  context: Context,
  words: AdviceWords,
  active: readonly { name: string; label: string }[],
) {
  let best: { name: string; label: string; count: number } | null = null;
  for (const { name, label } of active) {
    const { filter } = await readAdviceQuestion(context, { ...words, [name]: '' });
    const count = await countAdvice(context.db, context.actor, filter, MOST_IN_FLOW + 1);
    if (count > (best?.count ?? 0)) best = { name, label, count };
  }
  return best;
}
