import { sql, type Insertable } from 'kysely';
import type { Db, Trx } from '../client.ts';
import type { Database } from '../schema/database.ts';
import type { NotificationPreferenceTable, ToldNoun } from '../schema/notifications.ts';
import type { Selectable } from 'kysely';

export type NewNotification = Omit<Insertable<Database['notification']>, 'id' | 'read_at'>;
export type Preference = Selectable<NotificationPreferenceTable>;

/** Answers the id of each by its ref. */
export async function insertNotifications(
  trx: Trx,
  rows: readonly NewNotification[],
): Promise<{ id: number; ref: string }[]> {
  if (rows.length === 0) return [];
  return trx
    .insertInto('notification')
    .values(rows.map((row) => ({ ...row, read_at: null })))
    .returning(['id', 'ref'])
    .execute();
}

/** What these accounts chose; those who never chose have no row. */
export async function listPreferences(db: Db | Trx, accountIds: readonly number[]): Promise<Preference[]> {
  if (accountIds.length === 0) return [];
  return db
    .selectFrom('notification_preference')
    .selectAll()
    .where('account_id', 'in', [...accountIds])
    .execute();
}

type Choices = Omit<Preference, 'account_id' | 'version' | 'digest_sent_on'>;

/** False where the version is no longer the one that was seen. An account that never chose is at version 1. */
export async function updatePreference(
  trx: Trx,
  accountId: number,
  version: number,
  choices: Choices,
): Promise<boolean> {
  const row = await trx
    .insertInto('notification_preference')
    .values({ account_id: accountId, ...choices, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ ...choices, version: version + 1 })
        .where('notification_preference.version', '=', version),
    )
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface Mute {
  account_id: number;
  noun: ToldNoun;
  record_id: number;
}

/** Which of these accounts want to hear nothing more of these records. */
export async function listMutes(
  db: Db | Trx,
  accountIds: readonly number[],
  recordIds: readonly number[],
): Promise<Mute[]> {
  if (accountIds.length === 0 || recordIds.length === 0) return [];
  return db
    .selectFrom('notification_mute')
    .select(['account_id', 'noun', 'record_id'])
    .where('account_id', 'in', [...accountIds])
    .where('record_id', 'in', [...recordIds])
    .execute();
}

/** False where it was muted already. */
export async function insertMute(trx: Trx, mute: Mute, at: string): Promise<boolean> {
  const row = await trx
    .insertInto('notification_mute')
    .values({ ...mute, created_at: at })
    .onConflict((conflict) => conflict.columns(['account_id', 'noun', 'record_id']).doNothing())
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** False where it was not muted. */
export async function deleteMute(trx: Trx, { account_id, noun, record_id }: Mute): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('notification_mute')
    .where('account_id', '=', account_id)
    .where('noun', '=', noun)
    .where('record_id', '=', record_id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Says that the digest of a day was ordered; inserts the row of an account that never chose. */
export async function updateDigestSentOn(trx: Trx, accountId: number, on: string): Promise<boolean> {
  const row = await trx
    .insertInto('notification_preference')
    .values({ account_id: accountId, quiet_from: null, quiet_until: null, digest_sent_on: on })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ digest_sent_on: on })
        .where(sql<boolean>`coalesce(notification_preference.digest_sent_on, '') <> ${on}`),
    )
    .returning('account_id')
    .executeTakeFirst();
  return row !== undefined;
}
