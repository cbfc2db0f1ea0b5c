import type { RefusedPlan } from '#app/components/reviews/plan-page.tsx';
import type { Context } from '#app/domain/kernel/context.ts';
import { BadRequest } from '#app/domain/kernel/errors.ts';
import { deadlineErrors, deadlineValuesOf } from '#app/domain/reviews/deadline-form.ts';
import { editDeadline } from '#app/domain/reviews/edit-deadline.server.ts';
import { moveDeadlines } from '#app/domain/reviews/move-deadlines.server.ts';
import { setDeadlines } from '#app/domain/reviews/set-deadlines.server.ts';
import type { ReadForm } from './forms.ts';

export type PlanAnswer = { told: string } | { refused: RefusedPlan };

const counted = (count: number, one: string, other: string): string =>
  count === 1 ? one : `${count} ${other}`;

/** A press of a button of `/reviews/:ref/deadlines`: what was done in words, or what was not taken. */
export async function postPlan(context: Context, ref: string, form: ReadForm): Promise<PlanAnswer> {
  const { fields, faults } = form;
  const act = fields.one('act');
  if (act === 'move') {
    const { count } = await moveDeadlines(context, ref, fields.many('deadlines'));
    return {
      told: count === 0 ? 'Nothing was moved.' : counted(count, 'One deadline moved.', 'deadlines moved.'),
    };
  }
  if (act !== 'plan' && act !== 'add') throw new BadRequest('There is no such act.');
  const values = deadlineValuesOf(fields);
  const chosen = fields.many('kinds');
  const due = Object.fromEntries(chosen.map((kind) => [kind, fields.one(`due.${kind}`).trim()]));
  const rows =
    act === 'add'
      ? [values]
      : chosen.map((kind) => ({ kind, title: '', due: due[kind] ?? '', assignee: values.assignee }));
  const refused = (errors: Record<string, string>): PlanAnswer => ({
    refused: { act, errors, chosen, due, values },
  });
  if (rows.length === 0) return refused({ plan: 'Tick at least one deadline to set.' });
  const faulty = act === 'add' ? deadlineErrors(values, faults) : faults;
  if (Object.keys(faulty).length > 0) return refused(faulty);
  const answer = await setDeadlines(context, ref, { key: fields.one('key'), rows, planned: act === 'plan' });
  if (answer.outcome === 'refused') {
    const names = Object.entries(answer.errors).map(([name, message]): [string, string] => [
      act === 'plan' && name === 'due' ? `due.${answer.kind}` : act === 'plan' ? 'plan-assignee' : name,
      message,
    ]);
    return refused(Object.fromEntries(names));
  }
  return { told: counted(answer.count, 'One deadline set.', 'deadlines set.') };
}

/** The post of `/deadlines/:ref`: the review to go back to, or what was typed and why it was not taken. */
export async function postDeadline(context: Context, ref: string, { fields, faults }: ReadForm) {
  const values = deadlineValuesOf(fields);
  const refused = (status: number, errors: Record<string, string>) => ({
    status,
    refused: { values, errors },
  });
  const errors = deadlineErrors(values, faults);
  if (Object.keys(errors).length > 0) return refused(422, errors);
  const answer = await editDeadline(context, ref, { version: Number(fields.one('version')), values });
  if (answer.outcome === 'saved') return { reviewRef: answer.reviewRef };
  if (answer.outcome === 'refused') return refused(422, answer.errors);
  return refused(409, {
    title:
      'A colleague changed this deadline while you wrote. What it says now stands above; save again to keep yours.',
  });
}
