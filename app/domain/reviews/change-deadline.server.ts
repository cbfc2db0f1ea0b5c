import type { Updateable } from 'kysely';
import type { Database } from '#db/client.ts';
import { updateDeadline, type DeadlineRecord } from '#db/queries/review-deadlines.ts';
import type { AuditAction, Change } from '../kernel/audit-entry.ts';
import type { Work } from '../kernel/commit.server.ts';
import { Conflict } from '../kernel/errors.ts';

/** Step: writes a change of a deadline and its record, which is kept with the review. Throws Conflict if outdated. */
export async function changeDeadline(
  { context, trx, record }: Work,
  row: DeadlineRecord,
  action: AuditAction,
  change: Updateable<Database['review_deadline']>,
  changes: Record<string, Change>,
): Promise<void> {
  const saved = await updateDeadline(trx, row.id, row.version, {
    ...change,
    updated_at: context.now.toISOString(),
  });
  if (!saved) throw new Conflict('A colleague changed this deadline just now. Open it again.');
  record({
    action,
    noun: 'review',
    id: row.review_id,
    ref: row.review_ref,
    changes: { deadline: [null, change.title ?? row.title], ...changes },
  });
}
