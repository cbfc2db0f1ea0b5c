import { countAdviceByStatus, countAdviceWaiting, listAdoptions } from '#db/queries/advice-list.ts';
import { today, type Context } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import { labelOf } from '../reference/reference.server.ts';
import { daysBetween } from './contact-age.ts';

const DAYS_A_MONTH = 30.44;

/** What came of the advice given on a country since the year before last: how many stand where. */
export async function countryAdvice(context: Context, countryId: number) {
  const { db, actor, reference } = context;
  const day = today(context);
  const since = `${Number(day.slice(0, 4)) - 2}-01-01`;
  const counts = new Map(
    (await countAdviceByStatus(db, actor, countryId, since)).map((row) => [row.status_id, row.count]),
  );
  const statuses = reference.terms('advice_status').map((term) => ({
    id: term.id,
    code: term.code,
    label: labelOf(term.labels, actor.language),
    meaning: term.meaning,
    count: counts.get(term.id) ?? 0,
  }));
  const [first] = statuses;
  const until = addDays(day, -183);
  const positive = statuses.filter(({ meaning }) => meaning === 'positive').map(({ id }) => id);
  const adoptions = await listAdoptions(db, actor, { countryId, since, statusIds: positive });
  return {
    since,
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
    /** The steps that advice goes through, and the ways in which it ended otherwise. */
    steps: statuses.filter(({ meaning }) => meaning === 'open' || meaning === 'positive').map(shown),
    otherEnds: statuses
      .filter(({ meaning, count }) => (meaning === 'negative' || meaning === 'closed') && count > 0)
      .map(shown),
    /** Without an answer for over six months. */
    waiting:
      first && first.count > 0
        ? {
            code: first.code,
            until,
            count: await countAdviceWaiting(db, actor, { countryId, statusId: first.id, since, until }),
          }
        : null,
    medianMonths: median(adoptions.map((row) => daysBetween(row.given_on, row.adopted_on) / DAYS_A_MONTH)),
  };
}

function shown({ code, label, count }: { code: string; label: string; count: number }) {
  return { code, label, count };
}

/** Whole; null of nothing. */
function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle);
}
