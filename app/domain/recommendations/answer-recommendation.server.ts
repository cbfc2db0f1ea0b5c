import { z } from 'zod';
import { updateRecommendation } from '#db/queries/recommendations.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { line, optionalDay } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { findOpenRecommendation } from './find-open-recommendation.server.ts';
import { dateOfResponse, RESPONSES } from './responses.ts';

/** What the State answered. The day may be unknown. */
export interface Answer {
  response: string;
  on: string;
  note: string;
}

const shape = z.object({
  response: z.enum(RESPONSES, 'Choose an answer of the list.'),
  on: optionalDay(),
  note: line(null),
});

export type AnswerOutcome = { outcome: 'saved' } | { outcome: 'refused'; errors: FormErrors };

/** Records what the State answered to a recommendation. Throws NotFound, Forbidden, Conflict. */
export async function answerRecommendation(
  context: Context,
  ref: string,
  answer: Answer,
): Promise<AnswerOutcome> {
  const row = await findOpenRecommendation(context, ref);
  const parsed = shape.safeParse(answer);
  const errors: FormErrors = {};
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (parsed.success && parsed.data.on !== null && parsed.data.on > today(context)) {
    errors['on'] = 'The State cannot have answered on a day to come.';
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const { response, note } = parsed.data;
  const on = dateOfResponse(response, parsed.data.on);
  const words = note === '' ? null : note;
  const changes = changesBetween(
    { answer: row.response, answered_on: row.response_on, note: row.response_note },
    { answer: response, answered_on: on, note: words },
  );
  if (Object.keys(changes).length === 0) return { outcome: 'saved' };
  await commit(context, async ({ trx, record }) => {
    const change = { response, response_on: on, response_note: words, updated_at: context.now.toISOString() };
    if (!(await updateRecommendation(trx, row.id, row.version, change))) {
      throw new Conflict('A colleague changed this just now. Open it again.');
    }
    record({ action: 'recommendation.answered', noun: 'recommendation', id: row.id, ref, changes });
  });
  return { outcome: 'saved' };
}
