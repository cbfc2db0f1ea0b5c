import type { ToastMessage } from '#app/components/ui/toast.tsx';
import { cancelInteraction } from '#app/domain/interactions/cancel-interaction.server.ts';
import { reinstateInteraction } from '#app/domain/interactions/reinstate-interaction.server.ts';
import { rescheduleInteraction } from '#app/domain/interactions/reschedule-interaction.server.ts';
import type { ScheduleForm } from '#app/domain/interactions/schedule-form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { FormErrors } from '#app/domain/kernel/form-fields.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';

/** What was typed and not taken, and why. */
export interface PlanAnswer {
  act: 'move' | 'cancel';
  errors: FormErrors;
  /** A colleague changed it meanwhile: the page shows how it stands now. */
  stale?: boolean;
  move?: Omit<ScheduleForm, 'version'>;
  reason?: string;
}

type Done = { done: ToastMessage } | { status: number; answer: PlanAnswer };

/** Moves a planned interaction; with `act=cancel` cancels it, with `act=reinstate` plans it again. */
export async function postPlan(context: Context, ref: string, { fields, faults }: ReadForm): Promise<Done> {
  const act = fields.one('act');
  const plan = pathTo.interactionPlan(ref);
  if (act === 'reinstate') {
    await reinstateInteraction(context, ref);
    return { done: { message: 'Planned again.' } };
  }
  if (act === 'cancel') {
    const reason = fields.one('reason');
    const refused = (status: number, errors: FormErrors) => ({
      status,
      answer: { act: 'cancel' as const, errors, reason },
    });
    if (faults['reason']) return refused(422, { reason: faults['reason'] });
    const result = await cancelInteraction(context, ref, reason);
    if (result.outcome === 'refused') return refused(400, result.errors);
    return { done: { message: 'Cancelled.', undo: { action: plan, fields: { act: 'reinstate' } } } };
  }
  const form = {
    version: fields.one('version'),
    date: fields.one('date'),
    time: fields.one('time'),
    zone: fields.one('zone') || context.zone,
  };
  const { version: _version, ...move } = form;
  const result = await rescheduleInteraction(context, ref, form);
  if (result.outcome === 'saved') {
    return { done: { message: 'Moved.', undo: { action: plan, fields: { act: 'move', ...result.before } } } };
  }
  if (result.outcome === 'stale')
    return { status: 409, answer: { act: 'move', errors: {}, stale: true, move } };
  return { status: 400, answer: { act: 'move', errors: result.errors, move } };
}
