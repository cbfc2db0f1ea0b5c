import type { Db } from '#db/client.ts';
import { findAuditHead } from '#db/queries/audit.ts';
import { today, type Context } from './context.ts';

/** Answers kept for one database at a time: enough for everybody at work, each with a few pages. */
const MOST = 2_000;

interface Kept {
  sequence: number;
  answer: unknown;
}

const keptFor = new WeakMap<Db, Map<string, Kept>>();

/**
 * What `ask` answers, kept in memory until the next write: every write moves the head of the audit chain, in whatever
 * process it was made. For counts that walk many rows and are read far oftener than anything changes. `question` names
 * all that the answer depends on besides the actor and the day. The answer is shared and must not be altered.
 */
export async function untilNextWrite<T>(
  context: Context,
  question: string,
  ask: () => Promise<T>,
): Promise<T> {
  const { db, actor } = context;
  const { accountId, roles, teamIds, language } = actor;
  const key = JSON.stringify([question, accountId, roles, teamIds, language, today(context)]);
  const kept = keptFor.get(db) ?? new Map<string, Kept>();
  keptFor.set(db, kept);
  // Read before asking: a write in between only means that the answer is kept in vain.
  const { sequence } = await findAuditHead(db);
  const known = kept.get(key);
  if (known?.sequence === sequence) return known.answer as T;
  const answer = await ask();
  kept.delete(key);
  kept.set(key, { sequence, answer });
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return answer;
}
