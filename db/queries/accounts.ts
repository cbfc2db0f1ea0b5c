import type { Db, Trx } from '../client.ts';
import { fold } from '../fold.ts';
import type { Role } from '../schema/accounts.ts';

export interface SignInAccount {
  id: number;
  ref: string;
  passwordHash: string | null;
  disabledAt: string | null;
}

export async function findAccountByEmail(db: Db | Trx, email: string): Promise<SignInAccount | undefined> {
  return db
    .selectFrom('account')
    .select(['id', 'ref', 'password_hash as passwordHash', 'disabled_at as disabledAt'])
    .where('email_folded', '=', fold(email))
    .executeTakeFirst();
}

export async function getAccountPassword(db: Db | Trx, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.password_hash;
}

export async function countAccounts(db: Db | Trx): Promise<number> {
  const row = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

export interface NewAccount {
  ref: string;
  email: string;
  name: string;
  passwordHash: string | null;
  zone: string;
  language: string;
  createdAt: string;
  roles: readonly Role[];
  teamIds: readonly number[];
}

/** Returns the id of the new account. A unique violation means that the e-mail is taken. */
export async function insertAccount(trx: Trx, account: NewAccount): Promise<number> {
  const id = await insertPrincipal(trx, 'account');
  await trx
    .insertInto('account')
    .values({
      id,
      ref: account.ref,
      email: account.email,
      email_folded: fold(account.email),
      name: account.name,
      name_folded: fold(account.name),
      password_hash: account.passwordHash,
      zone: account.zone,
      language: account.language,
      created_at: account.createdAt,
      disabled_at: null,
    })
    .execute();
  const roles = account.roles.map((role) => ({ account_id: id, role }));
  const teams = account.teamIds.map((teamId) => ({ account_id: id, team_id: teamId }));
  if (roles.length > 0) await trx.insertInto('account_role').values(roles).execute();
  if (teams.length > 0) await trx.insertInto('account_team').values(teams).execute();
  return id;
}

/** Returns the id of the new team. */
export async function insertTeam(trx: Trx, team: { ref: string; name: string }): Promise<number> {
  const id = await insertPrincipal(trx, 'team');
  await trx
    .insertInto('team')
    .values({ id, ref: team.ref, name: team.name, name_folded: fold(team.name) })
    .execute();
  return id;
}

export async function updateAccountPassword(trx: Trx, id: number, passwordHash: string): Promise<void> {
  await trx
    .updateTable('account')
    .set((eb) => ({ password_hash: passwordHash, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

async function insertPrincipal(trx: Trx, kind: 'account' | 'team'): Promise<number> {
  const row = await trx.insertInto('principal').values({ kind }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}
