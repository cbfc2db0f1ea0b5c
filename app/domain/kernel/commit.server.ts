import { transact, type Db, type Trx } from '#db/client.ts';
import { lockAuditHead } from '#db/queries/audit.ts';
import { appendToChain } from './audit-chain.server.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { Context } from './context.ts';
import type { Keys } from './keys.server.ts';
import type { RandomBytes } from './refs.ts';

/** The part of a context that a commit needs. Nobody is the actor while the first account is being set up. */
export interface CommitContext {
  db: Db;
  now: Date;
  random: RandomBytes;
  keys: Keys;
  actor: { accountId: number | null };
}

/** What a use case works with inside its transaction. Steps (`addAdvice(work, …)`) take it as first parameter. */
export interface Work<C extends CommitContext = Context> {
  context: C;
  trx: Trx;
  record(entry: AuditEntry): void;
  /** Runs last in the transaction, once everything else is written: what depends on the readers as they end up. */
  atEnd(hook: () => Promise<void>): void;
  /** Runs once the transaction has been committed: mail and other acts that cannot be taken back. */
  afterCommit(hook: () => Promise<void>): void;
}

/**
 * One transaction, audited. A write that records nothing is rolled back: `commit` throws.
 * Hooks run in order after the commit; an error in one does not undo the write, and is thrown to the caller.
 */
export async function commit<T, C extends CommitContext = Context>(
  context: C,
  work: (work: Work<C>) => Promise<T>,
): Promise<T> {
  const hooks: (() => Promise<void>)[] = [];
  const result = await transact(context.db, async (trx) => {
    // Locked first, so that two writes queue here and never wait for each other's rows in opposite orders.
    await lockAuditHead(trx);
    const entries: AuditEntry[] = [];
    const endings: (() => Promise<void>)[] = [];
    const value = await work({
      context,
      trx,
      record: (entry) => entries.push(entry),
      atEnd: (hook) => endings.push(hook),
      afterCommit: (hook) => hooks.push(hook),
    });
    for (const ending of endings) await ending();
    if (entries.length === 0) throw new Error('A write must record what it did.');
    await appendToChain(context, trx, entries);
    return value;
  });
  for (const hook of hooks) await hook();
  return result;
}

/** The one write that a loader may make: that a sealed or restricted record was opened, or rows exported. */
export async function recordOpening(context: CommitContext, entry: AuditEntry): Promise<void> {
  await commit(context, async ({ record }) => record(entry));
}
