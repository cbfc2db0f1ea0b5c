import type { Work } from '../kernel/commit.server.ts';
import { tell } from './tell.server.ts';

/** Step: tells the new assignee of a follow-up, and the one who had it. Nothing where it stays with the same. */
export function tellReassigned(
  work: Work,
  before: { id: number; assignee_id: number },
  assigneeId: number,
): void {
  if (before.assignee_id === assigneeId) return;
  const followUp = { noun: 'follow_up' as const, recordId: before.id };
  tell(work, { ...followUp, kind: 'assigned', accountId: assigneeId });
  tell(work, { ...followUp, kind: 'handed-on', accountId: before.assignee_id });
}
