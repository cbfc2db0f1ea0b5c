import { findVisibleInteraction, type InteractionRecord } from '#db/queries/interaction-reads.ts';
import { updateInteraction } from '#db/queries/interaction-writes.ts';
import { moveTally } from '#db/queries/tallies.ts';
import type { InteractionState } from '#db/schema/interactions.ts';
import { changesBetween, type AuditAction, type Change } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { mayEditInteraction } from './policy.ts';

const SEALED = 3;

interface Standing {
  state: InteractionState;
  archived_at: string | null;
  archived_by_id: number | null;
  cancelled_reason: string | null;
}

/** The interaction, for somebody who may change it. Throws NotFound or Forbidden. */
export async function findChangeable(context: Context, ref: string): Promise<InteractionRecord> {
  const row = isRef(ref) ? await findVisibleInteraction(context.db, context.actor, ref) : undefined;
  if (!row) throw new NotFound();
  const owned = { authorId: row.author_id, owningTeamId: row.owning_team_id, staffIds: row.staff };
  if (!mayEditInteraction(context.actor, owned)) {
    throw new Forbidden('Only its author, the staff who attended and the owning team may change this.');
  }
  return row;
}

/**
 * Writes a change of state or archival with the counts that follow from it; `told` is what else the audit says of it.
 * Throws Conflict where it is outdated.
 */
export async function changeStanding(
  context: Context,
  row: InteractionRecord,
  action: AuditAction,
  change: Partial<Standing>,
  told: Record<string, Change> = {},
): Promise<void> {
  await commit(context, async ({ trx, record }) => {
    await moveTally(trx, row.id, -1);
    const saved = await updateInteraction(trx, row.id, row.version, {
      ...change,
      updated_at: context.now.toISOString(),
    });
    if (!saved) throw new Conflict('Somebody else changed this meanwhile. Open it again.');
    await moveTally(trx, row.id, 1);
    const said = (standing: Partial<Standing>) => ({
      state: standing.state ?? row.state,
      archived: (standing.archived_at === undefined ? row.archived_at : standing.archived_at) !== null,
    });
    record({
      action,
      noun: 'interaction',
      id: row.id,
      ref: row.ref,
      changes: { ...changesBetween(said({}), said(change)), ...told },
      sealed: row.level === SEALED,
    });
  });
}
