import { archiveFollowUp, restoreFollowUp } from '#app/domain/follow-ups/archive-follow-up.server.ts';
import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { findStanding, type Standing } from '#app/domain/follow-ups/find-standing.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import { takeBackHandOver } from '#app/domain/follow-ups/take-back-hand-over.server.ts';
import { snoozeFollowUp, wakeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { BadRequest, Conflict } from '#app/domain/kernel/errors.ts';
import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import type { ReadForm } from './forms.ts';

export const FOLLOW_UP_ACT_SHAPE = { limits: { outcome: 20_000 } };

/** What became of an act: how the follow-up stands now, and why it was not done, if it was not. */
export interface FollowUpAnswer extends Standing {
  act: string;
  /** A colleague was faster, or the record can no longer be changed. */
  conflict?: string;
  errors?: FormErrors;
  /** What was typed, where it was not taken. */
  values?: Record<string, string>;
}

const TYPED = ['outcome', 'nextTitle', 'nextDue', 'nextAssignee', 'until', 'assignee', 'note'] as const;

/** One act on a follow-up, named by the form's `act`. Throws NotFound, Forbidden, and BadRequest for no act of ours. */
export async function postFollowUp(
  context: Context,
  ref: string,
  form: ReadForm,
  usual: string,
): Promise<{ status: number; answer: FollowUpAnswer }> {
  const act = form.fields.one('act') || usual;
  const values = Object.fromEntries(TYPED.map((name) => [name, form.fields.one(name)]));
  values['until'] ||= form.fields.one('untilDay');
  const stands = async () => ({ ...(await findStanding(context, ref)), act });
  try {
    const done =
      Object.keys(form.faults).length > 0
        ? { errors: form.faults }
        : await perform(context, ref, act, values);
    if (done.errors) return { status: 422, answer: { ...(await stands()), errors: done.errors, values } };
    return { status: 200, answer: await stands() };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { status: 409, answer: { ...(await stands()), conflict: error.message, values } };
  }
}

async function perform(
  context: Context,
  ref: string,
  act: string,
  values: Record<string, string>,
): Promise<{ errors?: FormErrors }> {
  const typed = (name: (typeof TYPED)[number]) => values[name] ?? '';
  if (act === 'complete') {
    const next = { title: typed('nextTitle'), due: typed('nextDue'), assignee: typed('nextAssignee') };
    return errorsOf(await completeFollowUp(context, ref, typed('outcome'), next));
  }
  if (act === 'snooze') return errorsOf(await snoozeFollowUp(context, ref, typed('until')));
  if (act === 'assign') {
    return errorsOf(await assignFollowUp(context, ref, { assignee: typed('assignee'), note: typed('note') }));
  }
  const plain = {
    reopen: reopenFollowUp,
    wake: wakeFollowUp,
    archive: archiveFollowUp,
    restore: restoreFollowUp,
    'take-back': takeBackHandOver,
  };
  if (!Object.hasOwn(plain, act)) throw new BadRequest('There is no such act.');
  await plain[act as keyof typeof plain](context, ref);
  return {};
}

const errorsOf = (done: { outcome: string; errors?: FormErrors }): { errors?: FormErrors } =>
  done.errors ? { errors: done.errors } : {};
