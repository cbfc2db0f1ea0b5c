import { sql } from 'kysely';
import type { Db, Trx } from '../client.ts';

export interface AuditHead {
  sequence: number;
  hash: string;
}

/** Locks the head of the chain until the transaction ends, so that events of two processes follow each other. */
export async function lockAuditHead(trx: Trx): Promise<AuditHead> {
  return trx
    .updateTable('audit_head')
    .set((eb) => ({ sequence: eb.ref('sequence') }))
    .where('id', '=', 1)
    .returning(['sequence', 'hash'])
    .executeTakeFirstOrThrow();
}

export async function moveAuditHead(trx: Trx, head: AuditHead): Promise<void> {
  await trx.updateTable('audit_head').set(head).where('id', '=', 1).execute();
}

export interface AuditEventRow {
  id: number;
  at: string;
  actor_id: number | null;
  action: string;
  noun: string;
  record_id: number | null;
  record_ref: string | null;
  fields: string;
  digest: string;
  previous_hash: string;
  hash: string;
}

export async function insertAuditEvents(
  trx: Trx,
  events: AuditEventRow[],
  values: { event_id: number; salt: string; body: string }[],
): Promise<void> {
  await trx.insertInto('audit_event').values(events).execute();
  await trx.insertInto('audit_value').values(values).execute();
}

/** Events after the place `after`, in order: for walking the chain. */
export async function listAuditEvents(db: Db, after: number, limit: number): Promise<AuditEventRow[]> {
  return db
    .selectFrom('audit_event')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function findAuditHead(db: Db): Promise<AuditHead> {
  return db
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

/** Who read what is for the audit, not for the pages of a record. */
const OPENINGS = [
  'interaction.opened',
  'interactions.exported',
  'person.opened',
  'attachment.opened',
  'objective.opened',
  'objectives.exported',
  'advice.opened',
  'advice.exported',
];

export interface HistoryRow {
  id: number;
  at: string;
  action: string;
  noun: string;
  record_id: number | null;
  actor_name: string | null;
  salt: string | null;
  body: string | null;
}

/** The events of some records of one noun, with who acted and the values, sealed or not. */
function eventsOf(db: Db, noun: string, recordIds: readonly number[]) {
  return db
    .selectFrom('audit_event')
    .leftJoin('audit_value', 'audit_value.event_id', 'audit_event.id')
    .leftJoin('account', 'account.id', 'audit_event.actor_id')
    .select([
      'audit_event.id',
      'audit_event.at',
      'audit_event.action',
      'audit_event.noun',
      'audit_event.record_id',
      'account.name as actor_name',
      'audit_value.salt',
      'audit_value.body',
    ])
    .where('audit_event.noun', '=', noun)
    .where('audit_event.record_id', 'in', [...recordIds]);
}

/** What was done to some records of one noun, newest first. The caller has shown that the actor may see them. */
export async function listHistory(
  db: Db,
  noun: string,
  recordIds: number[],
  limit: number,
): Promise<HistoryRow[]> {
  if (recordIds.length === 0) return [];
  return eventsOf(db, noun, recordIds)
    .where('audit_event.action', 'not in', OPENINGS)
    .orderBy(sql`audit_event.id`, 'desc')
    .limit(limit)
    .execute();
}

/** Far more than a page of the inbox has; the newest are kept. */
const MOST_HAND_OVERS = 500;

/** That some follow-ups were given to colleagues, or taken back, newest first. The caller has shown them to the actor. */
export async function listHandOverEvents(
  db: Db,
  followUpIds: readonly number[],
): Promise<(HistoryRow & { actor_id: number | null })[]> {
  if (followUpIds.length === 0) return [];
  return eventsOf(db, 'follow_up', followUpIds)
    .select('audit_event.actor_id')
    .where('audit_event.action', 'in', ['follow-up.reassigned', 'follow-up.taken-back'])
    .orderBy('audit_event.id', 'desc')
    .limit(MOST_HAND_OVERS)
    .execute();
}

const CHILDREN = ['advice', 'commitment', 'follow_up', 'assessment'] as const;

/** Values in the clear that the audit holds of an interaction and of all that hangs on it. */
export async function listOpenAuditValues(
  trx: Trx,
  interactionId: number,
): Promise<{ event_id: number; body: string }[]> {
  const records: { noun: string; ids: number[] }[] = [{ noun: 'interaction', ids: [interactionId] }];
  for (const noun of CHILDREN) {
    const rows = await trx
      .selectFrom(noun)
      .select('id')
      .where('interaction_id', '=', interactionId)
      .execute();
    if (rows.length > 0) records.push({ noun, ids: rows.map((row) => row.id) });
  }
  const found: { event_id: number; body: string }[] = [];
  for (const { noun, ids } of records) found.push(...(await listOpenValuesOf(trx, noun, ids)));
  return found;
}

/** Values in the clear that the audit holds of some records of one noun. */
export async function listOpenValuesOf(
  trx: Trx,
  noun: string,
  ids: readonly number[],
): Promise<{ event_id: number; body: string }[]> {
  const rows = await trx
    .selectFrom('audit_value')
    .innerJoin('audit_event', 'audit_event.id', 'audit_value.event_id')
    .select(['audit_value.event_id', 'audit_value.body'])
    .where('audit_event.noun', '=', noun)
    .where('audit_event.record_id', 'in', [...ids])
    .execute();
  return rows.filter((row) => row.body.startsWith('{'));
}

export async function updateAuditValue(trx: Trx, eventId: number, body: string): Promise<void> {
  await trx.updateTable('audit_value').set({ body }).where('event_id', '=', eventId).execute();
}
