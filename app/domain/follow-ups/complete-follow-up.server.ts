import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import type { FollowUpRecord } from '#db/queries/promise-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { day, line, prose } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { findOpen } from './find-changeable.server.ts';
import { finishFollowUp, type Finish } from './finish-follow-up.server.ts';
import { assigneesOf } from './list-assignees.server.ts';

export type CompleteOutcome = { outcome: 'completed' } | { outcome: 'refused'; errors: FormErrors };

/** What is to be done next, as typed; nothing where the title is empty. */
export interface NextFollowUp {
  title: string;
  due: string;
  /** '' leaves it to the assignee of the one before. */
  assignee: string;
}

const told = prose();
const titled = line(null);
const dated = day('Choose the day by which the next one is to be done.');

/**
 * Says that a follow-up is done and what happened (may be empty), and adds the next one, if any. One that comes back
 * gets its next day. Throws Conflict, naming who was faster, where it is done already.
 */
export async function completeFollowUp(
  context: Context,
  ref: string,
  outcome: string,
  next: NextFollowUp = { title: '', due: '', assignee: '' },
): Promise<CompleteOutcome> {
  const row = await findOpen(context, ref);
  const errors: FormErrors = {};
  const read = told.safeParse(outcome.trim());
  if (!read.success) errors['outcome'] = read.error.issues[0]?.message ?? '';
  const following = next.title.trim() === '' ? undefined : await readNext(context, row, next, errors);
  if (Object.keys(errors).length > 0 || !read.success) return { outcome: 'refused', errors };
  const finish = { ...(await finishOf(context, row)), outcome: read.data, next: following };
  await commit(context, (work) => finishFollowUp(work, row, finish));
  return { outcome: 'completed' };
}

/** What every completion of a follow-up needs to know of it. */
export async function finishOf(
  { db }: Context,
  row: FollowUpRecord,
): Promise<Pick<Finish, 'links' | 'assigneeRef'>> {
  const [assignee] = await listAccountNames(db, [row.assignee_id]);
  const links = (await listPromiseLinks(db, 'follow_up', [row.id])).get(row.id);
  return { links: links ?? { workAreas: [], countries: [] }, assigneeRef: assignee?.ref ?? '' };
}

async function readNext(
  context: Context,
  row: FollowUpRecord,
  next: NextFollowUp,
  errors: FormErrors,
): Promise<Finish['next']> {
  const title = titled.safeParse(next.title);
  const due = dated.safeParse(next.due);
  if (!title.success) errors['nextTitle'] = title.error.issues[0]?.message ?? '';
  if (!due.success) errors['nextDue'] = due.error.issues[0]?.message ?? '';
  const able = await assigneesOf(context, row);
  const assignee = able.find((one) =>
    next.assignee === '' ? one.id === row.assignee_id : one.ref === next.assignee,
  );
  if (!assignee) errors['nextAssignee'] = 'Choose a colleague from the list.';
  if (!title.success || !due.success || !assignee) return undefined;
  return { title: title.data, dueOn: due.data, assigneeId: assignee.id, assigneeRef: assignee.ref };
}
