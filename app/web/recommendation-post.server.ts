import type { PastedAnswer } from '#app/components/recommendations/paste-page.tsx';
import type { Context } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import { readBase } from '#app/domain/kernel/merge-fields.ts';
import { editRecommendation } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { linkRecommendation } from '#app/domain/recommendations/link-recommendation.server.ts';
import { readPushTarget } from '#app/domain/recommendations/push-target.ts';
import { readPasted } from '#app/domain/recommendations/read-pasted.ts';
import { recommendationValuesOf } from '#app/domain/recommendations/recommendation-form.ts';
import {
  MOST_AT_ONCE,
  recordRecommendations,
} from '#app/domain/recommendations/record-recommendations.server.ts';
import { iso3Named } from '#app/domain/recommendations/resolve-recommendation.ts';
import { unlinkRecommendation } from '#app/domain/recommendations/unlink-recommendation.server.ts';
import type { ReadForm } from './forms.ts';

/** A press of a button of `/reviews/:ref/recommendations`: rows to confirm, what was not taken, or how many are saved. */
export async function postRecommendations(
  context: Context,
  ref: string,
  form: ReadForm,
): Promise<{ saved: number } | { status: number; answer: PastedAnswer }> {
  const { fields, faults } = form;
  const pasted = fields.one('pasted');
  const common = recommendationValuesOf(fields);
  if (fields.one('act') !== 'save') {
    const iso3Of = (name: string) => iso3Named(context.reference, name);
    const rows = readPasted(pasted, iso3Of).map((row) => ({ ...common, ...row }));
    const errors = { ...faults, ...countFault(rows.length) };
    if (Object.keys(errors).length > 0) return { status: 422, answer: { pasted, common, rows: [], errors } };
    return { status: 200, answer: { pasted, common, rows, errors: {} } };
  }
  const rows = fields
    .rows('row')
    .map((row) => ({
      ...recommendationValuesOf(fields, row),
      isLeft: fields.one(`${row}.keep`) !== 'yes',
      instrument: common.instrument,
      responseOn: common.responseOn,
    }))
    .map((row) => (row.response === 'pending' ? { ...row, responseOn: '' } : row));
  const refused = (errors: Record<string, string>) => ({
    status: 422,
    answer: { pasted, common, rows, errors },
  });
  if (Object.keys(faults).length > 0) return refused(faults);
  const places = [...rows.keys()].filter((place) => !rows[place]?.isLeft);
  const kept = rows.filter(({ isLeft }) => !isLeft).map(({ isLeft: _left, ...values }) => values);
  const answer = await recordRecommendations(context, ref, { key: fields.one('key'), rows: kept });
  return answer.outcome === 'refused' ? refused(onThePage(answer.errors, places)) : { saved: answer.count };
}

/** Errors by the places of the rows on the page, where some were ticked off. */
function onThePage(errors: Record<string, string>, places: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, words]) => [
      field.replace(/^row\.(\d+)/, (_all, place: string) => `row.${places[Number(place)] ?? place}`),
      words,
    ]),
  );
}

function countFault(count: number): Record<string, string> {
  if (count === 0) return { pasted: 'Paste or write at least one recommendation.' };
  if (count <= MOST_AT_ONCE) return {};
  return { pasted: `This reads as ${count} recommendations. Paste at most ${MOST_AT_ONCE} at a time.` };
}

/** The post of `/recommendations/:ref/edit`; undefined where it was saved. */
export async function postRecommendationEdit(context: Context, ref: string, { fields, faults }: ReadForm) {
  const values = recommendationValuesOf(fields);
  const base = readBase(fields.one('base'), values);
  const version = Number(fields.one('version'));
  if (Object.keys(faults).length > 0)
    return { status: 422, refused: { values, errors: faults, version, base } };
  const answer = await editRecommendation(context, ref, { version, base, values });
  if (answer.outcome === 'saved') return undefined;
  if (answer.outcome === 'refused') {
    return { status: 422, refused: { values, errors: answer.errors, version, base } };
  }
  const { clash, version: newest, theirs } = answer;
  return { status: 409, refused: { values, clash, version: newest, base: theirs } };
}

/** The post of `/recommendations/:ref/links`: what was done in words, or why nothing was. */
export async function postLink(
  context: Context,
  ref: string,
  { fields, faults }: ReadForm,
): Promise<{ told: string } | { error: string; address: string }> {
  const address = fields.one('address').trim();
  const target = readPushTarget(address === '' ? fields.one('what') : address);
  const unknown =
    'There is no such record, or it is not for you to see. Pick one, or paste the address of its page.';
  if (!target || faults['address']) return { error: faults['address'] ?? unknown, address };
  const unlink = fields.one('act') === 'unlink';
  try {
    await (unlink ? unlinkRecommendation : linkRecommendation)(context, ref, target);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { error: unknown, address };
  }
  return { told: unlink ? 'No longer linked.' : 'Linked.' };
}
