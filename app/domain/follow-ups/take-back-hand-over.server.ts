import { updateReadOfAct } from '#db/queries/notifications.ts';
import { updateFollowUp } from '#db/queries/promise-writes.ts';
import type { Change } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { CHANGED_MEANWHILE, findOpen, recordFollowUp } from './find-changeable.server.ts';
import { findHandOvers } from './find-hand-overs.server.ts';
import { assigneesOf } from './list-assignees.server.ts';

/**
 * Takes back the last hand-over of an open follow-up: it is whose it was, put off as it was. Nobody is told anew: the
 * lines about the hand-over are unread no longer, so that no mail goes out, and say that it was taken back. Throws
 * Forbidden for who did not make it, Conflict where it is not the last word.
 */
export async function takeBackHandOver(context: Context, ref: string): Promise<void> {
  const { actor, now } = context;
  const row = await findOpen(context, ref);
  const [last] = (await findHandOvers(context, [row.id])).get(row.id) ?? [];
  const staff = await assigneesOf(context, row);
  const has = staff.find((one) => one.id === row.assignee_id);
  if (!last || last.takenBack || has?.ref !== last.to) {
    throw new Conflict('There is no hand-over to take back: this was changed meanwhile.');
  }
  if (last.byId !== actor.accountId) throw new Forbidden('Only who gave this away can take that back.');
  const had = staff.find((one) => one.ref === last.from);
  if (!had) throw new Conflict('Whoever had this may no longer read it. Give it to a colleague.');
  await commit(context, async (work) => {
    const saved = await updateFollowUp(work.trx, row.id, row.version, {
      assignee_id: had.id,
      snoozed_until: last.snoozedUntil,
      updated_at: now.toISOString(),
    });
    if (!saved) throw new Conflict(CHANGED_MEANWHILE);
    recordFollowUp(work, row, 'follow-up.taken-back', {
      assignee: [last.to, last.from],
      ...(row.snoozed_until === last.snoozedUntil
        ? {}
        : { snoozed_until: [row.snoozed_until, last.snoozedUntil] as Change }),
    });
    const act = { noun: 'follow_up' as const, recordId: row.id, byId: actor.accountId, at: last.at };
    await updateReadOfAct(work.trx, act, now.toISOString());
  });
}
