import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { termLabel } from '../reference/labels.server.ts';
import { deadlineErrors, type DeadlineValues } from './deadline-form.ts';

export interface DeadlineFacts {
  kind_id: number;
  title: string;
  due_on: string;
  assignee_id: number | null;
}

/** What the codes and refs of some deadlines name; the errors of the first that names nothing. */
export async function resolveDeadlines(
  context: Context,
  rows: readonly DeadlineValues[],
): Promise<{ facts: DeadlineFacts[] } | { errors: FormErrors; row: DeadlineValues }> {
  const staff = await listStaff(context.db);
  const facts: DeadlineFacts[] = [];
  for (const row of rows) {
    const errors = deadlineErrors(row);
    const kind = context.reference.findTerm('deadline_kind', row.kind);
    if (!kind) errors['kind'] ??= 'Choose a kind of the list.';
    const assignee = row.assignee === '' ? null : staff.find(({ ref }) => ref === row.assignee);
    if (assignee === undefined) errors['assignee'] = 'Choose a colleague of the list.';
    if (!kind || Object.keys(errors).length > 0) return { errors, row };
    facts.push({
      kind_id: kind.id,
      title: row.title === '' ? termLabel(context, kind.id) : row.title,
      due_on: row.due,
      assignee_id: assignee?.id ?? null,
    });
  }
  return { facts };
}
