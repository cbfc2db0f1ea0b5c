import { listOpenValuesOf, updateAuditValue } from '#db/queries/audit.ts';
import type { AdviceRecord } from '#db/queries/advice-record.ts';
import { rewriteAdvice } from '#db/queries/reseal.ts';
import { resealAttachments } from '../attachments/reseal-attachments.server.ts';
import { sealAuditValue } from '../kernel/audit-chain.server.ts';
import type { Work } from '../kernel/commit.server.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';

const SEALED = 3;

/**
 * Step: the words and files of advice are kept as its new level asks, because it serves another objective. Called before
 * its audience is written anew.
 */
export async function resealAdvice(work: Work, advice: AdviceRecord, level: number): Promise<void> {
  const { context, trx } = work;
  const { keys } = context;
  if ((advice.level === SEALED) === (level === SEALED)) return;
  await rewriteAdvice(trx, [{ ...advice, other_level: null }], level, (before, after, place, stored) =>
    storedText(keys, after, place, readText(keys, before, place, stored)),
  );
  await resealAttachments(work, { adviceId: advice.id }, level);
  if (level !== SEALED) return;
  for (const { event_id, body } of await listOpenValuesOf(trx, 'advice', [advice.id]))
    await updateAuditValue(trx, event_id, sealAuditValue(keys, event_id, body));
}
