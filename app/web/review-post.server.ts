import type { Context } from '#app/domain/kernel/context.ts';
import { readBase } from '#app/domain/kernel/merge-fields.ts';
import { editReview } from '#app/domain/reviews/edit-review.server.ts';
import { readReview, reviewValuesOf } from '#app/domain/reviews/review-form.ts';
import { scheduleReview } from '#app/domain/reviews/schedule-review.server.ts';
import type { ReadForm } from './forms.ts';

/** The post of `/reviews/new`: the ref of the review, or what was typed and why it was not taken. */
export async function postNewReview(context: Context, { fields, faults }: ReadForm) {
  const values = reviewValuesOf(fields);
  const read = readReview(values, faults);
  if (!read.ok) return { refused: { values, errors: read.errors } };
  const answer = await scheduleReview(context, { key: fields.one('key'), values });
  return answer.outcome === 'refused' ? { refused: { values, errors: answer.errors } } : { ref: answer.ref };
}

/** The post of `/reviews/:ref/edit`. */
export async function postReviewEdit(context: Context, ref: string, { fields, faults }: ReadForm) {
  const values = reviewValuesOf(fields);
  const base = readBase(fields.one('base'), values);
  const version = Number(fields.one('version'));
  if (Object.keys(faults).length > 0)
    return { status: 422, refused: { values, errors: faults, version, base } };
  const answer = await editReview(context, ref, { version, base, values });
  if (answer.outcome === 'saved') return { dateMoved: answer.dateMoved };
  if (answer.outcome === 'refused') {
    return { status: 422, refused: { values, errors: answer.errors, version, base } };
  }
  const { clash, version: newest, theirs } = answer;
  return { status: 409, refused: { values, clash, version: newest, base: theirs } };
}
