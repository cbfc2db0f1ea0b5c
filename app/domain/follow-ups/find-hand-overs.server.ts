import { listHandOverEvents } from '#db/queries/audit.ts';
import { readChanges } from '../kernel/audit-chain.server.ts';
import type { Change } from '../kernel/audit-entry.ts';
import type { Context } from '../kernel/context.ts';
import { withPlainMentions } from '../mentions/mention.ts';

/** A follow-up given to a colleague, as the audit tells it. */
export interface HandOver {
  /** ISO, UTC. */
  at: string;
  byId: number | null;
  by: string;
  /** Refs of who had it and of who was given it. */
  from: string;
  to: string;
  note: string;
  /** Until when it had been put off before; null where it was not. */
  snoozedUntil: string | null;
  takenBack: boolean;
}

/** The hand-overs of follow-ups by their ids, the newest first. The caller has shown that the actor may see them. */
export async function findHandOvers(
  { db, keys }: Pick<Context, 'db' | 'keys'>,
  followUpIds: readonly number[],
): Promise<Map<number, HandOver[]>> {
  const found = new Map<number, HandOver[]>();
  const takenBack = new Set<number>();
  for (const row of await listHandOverEvents(db, followUpIds)) {
    const id = row.record_id ?? 0;
    if (row.action === 'follow-up.taken-back') {
      takenBack.add(id);
      continue;
    }
    const { assignee, note, snoozed_until: snoozed } = readChanges(keys, row.id, row.body);
    const all = found.get(id) ?? [];
    found.set(id, all);
    all.push({
      at: row.at,
      byId: row.actor_id,
      by: row.actor_name ?? '',
      from: textOf(assignee, 0),
      to: textOf(assignee, 1),
      note: withPlainMentions(textOf(note, 1)),
      snoozedUntil: textOf(snoozed, 0) || null,
      takenBack: takenBack.delete(id),
    });
  }
  return found;
}

const textOf = (change: Change | undefined, side: 0 | 1): string => {
  const value = change?.[side];
  return typeof value === 'string' ? value : '';
};
