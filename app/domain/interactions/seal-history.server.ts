import { listOpenAuditValues, updateAuditValue } from '#db/queries/audit.ts';
import { sealAuditValue } from '../kernel/audit-chain.server.ts';
import type { Work } from '../kernel/commit.server.ts';

/**
 * Step: what the audit holds of an interaction in the clear is sealed with it. The chain holds: an event's digest is of
 * the values, however they are kept.
 */
export async function sealHistory({ context, trx }: Work, interactionId: number): Promise<void> {
  for (const value of await listOpenAuditValues(trx, interactionId)) {
    await updateAuditValue(trx, value.event_id, sealAuditValue(context.keys, value.event_id, value.body));
  }
}
