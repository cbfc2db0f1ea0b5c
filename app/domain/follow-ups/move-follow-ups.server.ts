import { listMovable } from '#db/queries/follow-up-shift.ts';
import { updateFollowUp } from '#db/queries/promise-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { addDays } from '../kernel/fields.ts';
import type { Change } from '../kernel/audit-entry.ts';
import { CHANGED_MEANWHILE, recordFollowUp } from './find-changeable.server.ts';
import { mayCompleteFollowUp } from './policy.ts';
import { daysFault, MOST_MOVED } from './shift-days.ts';

/** A follow-up as it was seen when its move was shown. */
export interface Seen {
  ref: string;
  version: number;
}

export type MoveOutcome =
  { outcome: 'moved'; moved: Seen[] } | { outcome: 'refused'; errors: { days: string } };

/**
 * Moves the dates of open follow-ups by so many days, all or none: where one was changed since the move was shown,
 * nothing is moved (Conflict). One audit record each. A rhythm moves with its day. Answers the versions that stand
 * now: moving those back by as many days undoes it.
 */
export async function moveFollowUps(
  context: Context,
  seen: readonly Seen[],
  days: number,
): Promise<MoveOutcome> {
  const { db, actor, now } = context;
  const refs = [...new Set(seen.map(({ ref }) => ref))].slice(0, MOST_MOVED + 1);
  const rows = await listMovable(db, actor, { refs }, MOST_MOVED + 1);
  if (refs.length === 0) throw new NotFound();
  if (rows.length < refs.length || refs.length > MOST_MOVED) {
    throw new Conflict('One of these is done or gone meanwhile. Nothing was moved: look again.');
  }
  if (!rows.every((row) => mayCompleteFollowUp(actor, row))) throw new Forbidden();
  const fault = daysFault(
    days,
    rows.map((row) => row.due_on),
  );
  if (fault) return { outcome: 'refused', errors: { days: fault } };
  const versions = new Map(seen.map(({ ref, version }) => [ref, version]));
  await commit(context, async (work) => {
    for (const row of rows) {
      const due = addDays(row.due_on, days);
      const saved = await updateFollowUp(work.trx, row.id, versions.get(row.ref) ?? -1, {
        due_on: due,
        ...(row.recurs_from === null ? {} : { recurs_from: addDays(row.recurs_from, days) }),
        updated_at: now.toISOString(),
      });
      if (!saved) throw new Conflict(CHANGED_MEANWHILE);
      recordFollowUp(work, row, 'follow-up.moved', { due: [row.due_on, due] satisfies Change });
    }
  });
  return { outcome: 'moved', moved: rows.map((row) => ({ ref: row.ref, version: row.version + 1 })) };
}
