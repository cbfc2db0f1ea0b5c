import { sql } from 'kysely';
import type { Db, Trx } from '../client.ts';
import { fold } from '../fold.ts';
import type { Role } from '../schema/accounts.ts';

/** Accounts as those who run the system see them. */
export interface AccountRow {
  id: number;
  ref: string;
  email: string;
  name: string;
  version: number;
  disabledAt: string | null;
  /** False until the person has opened their link and chosen a password. */
  isSetUp: boolean;
  roles: Role[];
  teamIds: number[];
}

function accountRows(db: Db | Trx) {
  return db
    .selectFrom('account')
    .select(['id', 'ref', 'email', 'name', 'name_folded', 'version', 'disabled_at'])
    .select(sql<number>`case when password_hash is null then 0 else 1 end`.as('is_set_up'))
    .select(
      sql<string | null>`(select string_agg(role, ',') from account_role where account_id = account.id)`.as(
        'roles',
      ),
    )
    .select(
      sql<
        string | null
      >`(select string_agg(cast(team_id as text), ',') from account_team where account_id = account.id)`.as(
        'team_ids',
      ),
    );
}

type Raw = Awaited<ReturnType<ReturnType<typeof accountRows>['executeTakeFirstOrThrow']>>;

function toAccount(row: Raw): AccountRow {
  return {
    id: row.id,
    ref: row.ref,
    email: row.email,
    name: row.name,
    version: row.version,
    disabledAt: row.disabled_at,
    isSetUp: row.is_set_up === 1,
    roles: (row.roles?.split(',').sort() ?? []) as Role[],
    teamIds: (row.team_ids?.split(',').map(Number) ?? []).sort((a, b) => a - b),
  };
}

/** By name; those after the account with the ref `after`. */
export async function listAccounts(
  db: Db,
  page: { after?: string | undefined; limit: number },
): Promise<AccountRow[]> {
  const rows = await accountRows(db)
    .$if(page.after !== undefined, (query) =>
      query.where(
        sql<boolean>`(name_folded, id) > (select turned.name_folded, turned.id from account as turned
          where turned.ref = ${page.after ?? ''})`,
      ),
    )
    .orderBy('name_folded')
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map(toAccount);
}

export async function findAccount(db: Db | Trx, ref: string): Promise<AccountRow | undefined> {
  const row = await accountRows(db).where('ref', '=', ref).executeTakeFirst();
  return row && toAccount(row);
}

/** Administrators in use besides this account. */
export async function countOtherAdministrators(db: Db | Trx, accountId: number): Promise<number> {
  const row = await db
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('account_role.role', '=', 'administrator')
    .where('account.id', '<>', accountId)
    .where('account.disabled_at', 'is', null)
    .where('account.password_hash', 'is not', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

export interface AccountChange {
  name?: string;
  zone?: string;
  passwordHash?: string;
  disabledAt?: string | null;
}

/** False where the version is no longer the one that was seen: nothing is changed then. */
export async function updateAccount(
  trx: Trx,
  id: number,
  version: number,
  change: AccountChange,
): Promise<boolean> {
  const { name, zone, passwordHash, disabledAt } = change;
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({
      version: version + 1,
      ...(name === undefined ? {} : { name, name_folded: fold(name) }),
      ...(zone === undefined ? {} : { zone }),
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
      ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function replaceAccountRoles(trx: Trx, id: number, roles: readonly Role[]): Promise<void> {
  await trx.deleteFrom('account_role').where('account_id', '=', id).execute();
  const rows = roles.map((role) => ({ account_id: id, role }));
  if (rows.length > 0) await trx.insertInto('account_role').values(rows).execute();
}

export async function replaceAccountTeams(trx: Trx, id: number, teamIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('account_team').where('account_id', '=', id).execute();
  const rows = teamIds.map((team_id) => ({ account_id: id, team_id }));
  if (rows.length > 0) await trx.insertInto('account_team').values(rows).execute();
}
