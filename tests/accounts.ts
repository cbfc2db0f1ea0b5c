import { randomBytes } from 'node:crypto';
import { addAccount, addTeam } from '#app/domain/accounts/add-account.server.ts';
import { hashPassword } from '#app/domain/accounts/password.server.ts';
import { commit } from '#app/domain/kernel/commit.server.ts';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import type { Db } from '#db/client.ts';
import type { Role } from '#db/schema/accounts.ts';
import { testAppKey } from './server.ts';

const nobody = (db: Db) => ({
  db,
  now: new Date(),
  random: (length: number) => randomBytes(length),
  keys: deriveKeys(testAppKey),
  actor: { accountId: null },
});

/** Makes a team. Returns its id. */
export function createTeam(db: Db, name = 'Africa'): Promise<number> {
  return commit(nobody(db), (work) => addTeam(work, { name }));
}

interface Wanted {
  email?: string;
  name?: string;
  roles?: readonly Role[];
  teamIds?: readonly number[];
  /** Hashing takes a quarter of a second: only where the test signs in with it. */
  password?: string;
  zone?: string;
}

/** Makes an account, an officer of no team unless told otherwise. Returns its id. */
export async function createAccount(db: Db, wanted: Wanted = {}): Promise<number> {
  const passwordHash = wanted.password === undefined ? null : await hashPassword(wanted.password);
  const account = {
    email: wanted.email ?? 'officer@example.org',
    name: wanted.name ?? 'Amina Officer',
    roles: wanted.roles ?? (['officer'] as const),
    teamIds: wanted.teamIds ?? [],
    zone: wanted.zone ?? 'UTC',
    language: 'en',
    passwordHash,
  };
  return commit(nobody(db), (work) => addAccount(work, account));
}
