import type { Context } from '#app/domain/kernel/context.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { completeDeadline } from '#app/domain/reviews/complete-deadline.server.ts';
import { previewDeadlines } from '#app/domain/reviews/preview-deadlines.server.ts';
import type { ReviewValues } from '#app/domain/reviews/review-form.ts';
import { scheduleReview } from '#app/domain/reviews/schedule-review.server.ts';
import { setDeadlines } from '#app/domain/reviews/set-deadlines.server.ts';
import { showReview } from '#app/domain/reviews/show-review.server.ts';
import { dayAfter, type Chance } from '../random.ts';
import { contextOf, dayOf, instantOn, officersOf, type Cast } from './cast.ts';
import { demoCountries } from './countries.ts';
import type { Happening } from './outcomes.ts';
import { demoReviews, type DemoReview } from './review-plan.ts';

/** What the reviews of the demo are told with: chance of its own, so that no other part of the demo changes. */
export interface Telling {
  cast: Cast;
  chance: Chance;
}

/** An officer who looks after a country, at work on a day. */
export function keeperOn({ cast, chance }: Telling, iso3: string, day: number, minute: number): Context {
  const team = demoCountries.find((country) => country.iso3 === iso3)?.team ?? 'west-africa';
  const [officer] = officersOf(cast, team);
  if (!officer) throw new Error(`Nobody looks after ${iso3}.`);
  return { ...contextOf(cast, officer, instantOn(cast, day, minute)), random: chance.bytes };
}

/**
 * The reviews with the deadlines before them, as they were entered and met; `held` is told of each that was held, on
 * the day on which its recommendations came.
 */
export function tellReviews(
  telling: Telling,
  held: (review: DemoReview, ref: string, day: number) => Happening[],
  enter: (happening: Happening) => void,
): void {
  for (const review of demoReviews) {
    const { starts } = review;
    const day = Math.max(-1000, Math.min((starts ?? 0) - 320, -20));
    enter({
      day,
      async happen(minute) {
        const ref = await schedule(telling, review, day, minute);
        for (const one of await planned(telling, review, ref, day, minute)) enter(one);
        if (starts !== null && starts < 0) {
          for (const one of held(review, ref, Math.min(starts + review.lasts + 25, -2))) enter(one);
        }
      },
    });
  }
}

async function schedule(telling: Telling, review: DemoReview, day: number, minute: number): Promise<string> {
  const { cast, chance } = telling;
  const context = keeperOn(telling, review.iso3, day, minute);
  const on = (days: number) => dayOf(cast, days).slice(0, { day: 10, month: 7, year: 4 }[review.known]);
  const { starts, lasts } = review;
  const values: ReviewValues = {
    country: review.iso3,
    body: review.body,
    instrument: review.instrument,
    title: `${review.title} (fictional)`,
    starts: starts === null ? '' : on(starts),
    ends: starts === null || lasts === 0 ? '' : on(starts + lasts),
    // what is long over was held by the time the demo is looked at
    state: review.cancelled ? 'cancelled' : 'expected',
    source: 'Demo data, invented',
    asOf: dayAfter(cast.seed.now, day).slice(0, 7),
    notes: '',
    owner: context.actor.ref,
  };
  const outcome = await scheduleReview(context, { key: makeRef(chance.bytes), values });
  if (outcome.outcome !== 'saved') throw new Error(`A demo review was refused: ${JSON.stringify(outcome)}`);
  return outcome.ref;
}

/** Plans the deadlines back that lie ahead on the day of entry; most of those whose day is over were met. */
async function planned(
  telling: Telling,
  review: DemoReview,
  ref: string,
  day: number,
  minute: number,
): Promise<Happening[]> {
  const { cast, chance } = telling;
  if (review.starts === null || review.cancelled) return [];
  const context = keeperOn(telling, review.iso3, day, minute);
  const preview = await previewDeadlines(context, ref);
  const rows = preview.planned
    .filter(({ dueOn }) => dueOn > dayOf(cast, day))
    .map(({ kind, dueOn }) => ({
      kind,
      title: '',
      due: dueOn,
      assignee: chance.happens(0.85) ? context.actor.ref : '',
    }));
  const key = makeRef(chance.bytes);
  const outcome = await setDeadlines(context, ref, { key, rows, planned: true });
  if (outcome.outcome === 'refused')
    throw new Error(`Demo deadlines were refused: ${JSON.stringify(outcome)}`);
  const { deadlines } = await showReview(context, ref);
  return (
    deadlines
      .filter(({ dueOn }) => dueOn < dayOf(cast, 0))
      // what is late is late by weeks, not by months
      .filter(({ dueOn }) => dueOn < dayOf(cast, -40) || chance.happens(0.6))
      .map(({ ref: deadline, dueOn }) => {
        const due = Math.round((Date.parse(dueOn) - Date.parse(dayOf(cast, 0))) / 86_400_000);
        const met = Math.max(day, Math.min(due - chance.below(6), -1));
        return {
          day: met,
          happen: (at: number) => completeDeadline(keeperOn(telling, review.iso3, met, at), deadline),
        };
      })
  );
}
