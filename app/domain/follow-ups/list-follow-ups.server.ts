import { countDueFollowUps } from '#db/queries/follow-up-glances.ts';
import {
  countSnoozed,
  listFollowUps,
  type FollowUpFilter,
  type ListedFollowUp,
} from '#db/queries/follow-up-list.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { countryChoices, termChoices } from '../reference/filters.server.ts';
import { readingOf } from '../reference/labels.server.ts';
import { glanceFollowUps, type FollowUpGlance } from './glance-follow-ups.server.ts';
import { readFollowUpQuestion, type FollowUpQuestion } from './read-follow-up-question.server.ts';

/** What the page asks: the question, and the ref of the last follow-up of the page before ('' on the first). */
export interface FollowUpsAsked extends FollowUpQuestion {
  after: string;
}

/** A row of the register. */
export interface ListedGlance extends FollowUpGlance {
  doneAt: string | null;
  doneBy: string | null;
}

const PAGE = 50;
/** What others are to do for the reader, at the foot of their own list; its tab shows the rest. */
const WAITING = 6;

/** The follow-ups of the reader, of colleagues or of everybody, the longest due first. Throws BadRequest. */
export async function listFollowUpsPage(context: Context, asked: FollowUpsAsked) {
  const { db, actor } = context;
  const { whose, colleague, colleagues, filter, active } = await readFollowUpQuestion(context, asked);
  const after = asked.after === '' ? undefined : await placeOf(context, asked.after, filter.state);
  const rows = await listFollowUps(db, actor, filter, { limit: PAGE + 1, ...(after ? { after } : {}) });
  const shown = rows.slice(0, PAGE);
  const isDay = whose === 'mine' && filter.state === 'open' && after === undefined;
  const { assigneeIds: _mine, ...others } = filter;
  const waiting = isDay
    ? await listFollowUps(db, actor, { ...others, askedById: actor.accountId }, { limit: WAITING + 1 })
    : [];
  const day = today(context);
  return {
    followUps: await listed(context, shown),
    next: rows.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    state: filter.state,
    whose,
    colleague: colleague ? { ref: colleague.ref, name: colleague.name } : null,
    colleagues: colleagues.map(({ ref, name }) => ({ ref, name })),
    waiting: { followUps: await listed(context, waiting.slice(0, WAITING)), more: waiting.length > WAITING },
    dueNow: whose === 'mine' ? await countDueFollowUps(db, actor, day) : 0,
    snoozed: whose === 'mine' ? await countSnoozed(db, actor, day) : 0,
    active,
    choices: { countries: countryChoices(context), areas: termChoices(context, 'work_area') },
    mayLog: mayLogInteraction(actor),
    shortcutsOff: actor.shortcutsOff,
    reading: readingOf(context),
  };
}

export type FollowUpList = Awaited<ReturnType<typeof listFollowUpsPage>>;

async function listed(context: Context, rows: readonly ListedFollowUp[]): Promise<ListedGlance[]> {
  const glances = await glanceFollowUps(context, rows);
  return glances.map((one, index) => ({
    ...one,
    doneAt: rows[index]?.done_at ?? null,
    doneBy: rows[index]?.done_by_name ?? null,
  }));
}

/** A hidden follow-up is no place in the list, like one that is not there. */
async function placeOf(
  { db, actor }: Context,
  ref: string,
  state: FollowUpFilter['state'],
): Promise<{ on: string; id: number }> {
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  const on = state === 'snoozed' ? row?.snoozed_until : row?.due_on;
  if (!row || !on) throw new BadRequest('This is no place in a list.');
  return { on, id: row.id };
}
