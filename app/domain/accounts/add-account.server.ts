import type { AuditAction, Change } from '#app/domain/kernel/audit-entry.ts';
import type { CommitContext, Work } from '#app/domain/kernel/commit.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { insertAccount, insertTeam, type NewAccount } from '#db/queries/accounts.ts';

export type AccountToAdd = Omit<NewAccount, 'ref' | 'createdAt'>;

/** The step that makes a team. Returns its id. */
export async function addTeam<C extends CommitContext>(
  work: Work<C>,
  team: { name: string },
): Promise<number> {
  const ref = makeRef(work.context.random);
  const id = await insertTeam(work.trx, { ref, name: team.name });
  work.record({ action: 'team.created', noun: 'team', id, ref, changes: { name: [null, team.name] } });
  return id;
}

/** The step that makes an account. Returns its id. A unique violation means that the e-mail is taken. */
export async function addAccount<C extends CommitContext>(
  work: Work<C>,
  account: AccountToAdd,
  action: Extract<AuditAction, 'account.set-up' | 'account.invited'> = 'account.invited',
): Promise<number> {
  const { random, now } = work.context;
  const ref = makeRef(random);
  const id = await insertAccount(work.trx, { ...account, ref, createdAt: now.toISOString() });
  const changes: Record<string, Change> = {
    email: [null, account.email],
    roles: [null, account.roles],
    teams: [null, account.teamIds],
  };
  work.record({ action, noun: 'account', id, ref, changes });
  return id;
}
