import { randomBytes } from 'node:crypto';
import type { Context } from '#app/domain/kernel/context.ts';
import type { ReviewValues } from '#app/domain/reviews/review-form.ts';
import { scheduleReview } from '#app/domain/reviews/schedule-review.server.ts';

export const newKey = (): string => randomBytes(8).toString('hex');

export const reviewValues = (rest: Partial<ReviewValues> = {}): ReviewValues => ({
  country: 'TGO',
  body: 'CAT-C',
  instrument: 'CAT',
  title: '',
  starts: '2027-07-12',
  ends: '2027-07-30',
  state: 'expected',
  source: 'Calendar of the Committee',
  asOf: '2026-11',
  notes: '',
  owner: '',
  ...rest,
});

/** Enters a review in the register. Throws where it is refused. Returns its ref. */
export async function scheduled(context: Context, rest: Partial<ReviewValues> = {}): Promise<string> {
  const outcome = await scheduleReview(context, { key: newKey(), values: reviewValues(rest) });
  if (outcome.outcome !== 'saved') throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return outcome.ref;
}
