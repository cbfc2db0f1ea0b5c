import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import type { Change } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { line } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { tellReassigned } from '../notifications/tell-reassigned.ts';
import { CHANGED_MEANWHILE, findOpen, recordFollowUp } from './find-changeable.server.ts';
import { assigneesOf } from './list-assignees.server.ts';

export type AssignOutcome = { outcome: 'assigned' } | { outcome: 'refused'; errors: FormErrors };

const noted = line(null);

/**
 * Gives an open follow-up to a colleague who may read it, with a note for them. What was put off is due again: it was the
 * other's to put off.
 */
export async function assignFollowUp(
  context: Context,
  ref: string,
  input: { assignee: string; note: string },
): Promise<AssignOutcome> {
  const row = await findOpen(context, ref);
  const assignee = (await assigneesOf(context, row)).find((one) => one.ref === input.assignee);
  const note = noted.safeParse(input.note);
  const errors: FormErrors = {};
  if (!assignee) errors['assignee'] = 'Choose a colleague from the list: one who may read this.';
  else if (assignee.id === row.assignee_id) errors['assignee'] = `${assignee.name} has this already.`;
  if (!note.success) errors['note'] = note.error.issues[0]?.message ?? '';
  if (!assignee || !note.success || Object.keys(errors).length > 0) return { outcome: 'refused', errors };
  const [before] = await listAccountNames(context.db, [row.assignee_id]);
  await commit(context, async (work) => {
    const saved = await updateFollowUp(work.trx, row.id, row.version, {
      assignee_id: assignee.id,
      snoozed_until: null,
      updated_at: context.now.toISOString(),
    });
    if (!saved) throw new Conflict(CHANGED_MEANWHILE);
    recordFollowUp(work, row, 'follow-up.reassigned', {
      assignee: [before?.ref ?? null, assignee.ref],
      note: [null, note.data],
      ...(row.snoozed_until === null ? {} : { snoozed_until: [row.snoozed_until, null] as Change }),
    });
    tellReassigned(work, row, assignee.id);
  });
  return { outcome: 'assigned' };
}
