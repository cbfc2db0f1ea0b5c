import { createHash, createHmac } from 'node:crypto';
import type { Db, Trx } from '#db/client.ts';
import {
  findAuditHead,
  insertAuditEvents,
  listAuditEvents,
  lockAuditHead,
  moveAuditHead,
  type AuditEventRow,
} from '#db/queries/audit.ts';
import type { AuditEntry, Change } from './audit-entry.ts';
import type { CommitContext } from './commit.server.ts';
import { seal, unseal, type Keys } from './keys.server.ts';

type EventBody = Omit<AuditEventRow, 'hash' | 'previous_hash'>;

/** h = HMAC(key, canonical(event) ‖ previous h): an event cannot be altered, dropped or moved unseen. */
function hashOf(keys: Keys, event: EventBody, previousHash: string): string {
  const canonical = JSON.stringify([
    event.id,
    event.at,
    event.actor_id,
    event.action,
    event.noun,
    event.record_id,
    event.record_ref,
    event.fields,
    event.digest,
  ]);
  return createHmac('sha256', keys.audit).update(canonical).update(previousHash).digest('hex');
}

const digestOf = (salt: string, values: string): string =>
  createHash('sha256').update(salt).update(values).digest('hex');

const valuePlace = (eventId: number): string => `audit_value|body|${eventId}`;

/** Appends the entries to the chain in the transaction of the write they tell of. */
export async function appendToChain(
  context: Pick<CommitContext, 'now' | 'keys' | 'random' | 'actor'>,
  trx: Trx,
  entries: readonly AuditEntry[],
): Promise<void> {
  const head = await lockAuditHead(trx);
  const events: AuditEventRow[] = [];
  const values: { event_id: number; salt: string; body: string }[] = [];
  let { sequence, hash } = head;
  for (const entry of entries) {
    sequence += 1;
    const salt = Buffer.from(context.random(16)).toString('hex');
    const body = JSON.stringify(entry.changes);
    const event: EventBody = {
      id: sequence,
      at: context.now.toISOString(),
      actor_id: context.actor.accountId,
      action: entry.action,
      noun: entry.noun,
      record_id: entry.id,
      record_ref: entry.ref,
      fields: JSON.stringify(Object.keys(entry.changes)),
      digest: digestOf(salt, body),
    };
    const previous = hash;
    hash = hashOf(context.keys, event, previous);
    events.push({ ...event, previous_hash: previous, hash });
    values.push({
      event_id: sequence,
      salt,
      body: entry.sealed ? sealAuditValue(context.keys, sequence, body) : body,
    });
  }
  await insertAuditEvents(trx, events, values);
  await moveAuditHead(trx, { sequence, hash });
}

/** The values of an event as they are kept of a sealed record. */
export function sealAuditValue(keys: Keys, eventId: number, body: string): string {
  return seal(keys, keys.sealing, valuePlace(eventId), body);
}

/** The changes kept for an event; sealed ones are opened. Empty where they were erased. */
export function readChanges(keys: Keys, eventId: number, body: string | null): Record<string, Change> {
  if (body === null) return {};
  const text = body.startsWith('{') ? body : unseal(keys, keys.sealing, valuePlace(eventId), body);
  return JSON.parse(text) as Record<string, Change>;
}

export type ChainReport = { sound: true; events: number } | { sound: false; events: number; fault: string };

/** Walks the whole chain and says where, if anywhere, it no longer holds. */
export async function verifyChain(db: Db, keys: Keys): Promise<ChainReport> {
  let place = 0;
  let hash = '';
  for (;;) {
    const events = await listAuditEvents(db, place, 1000);
    if (events.length === 0) break;
    for (const event of events) {
      if (event.id !== place + 1)
        return { sound: false, events: place, fault: `event ${place + 1} is missing` };
      if (event.previous_hash !== hash || event.hash !== hashOf(keys, event, hash)) {
        return {
          sound: false,
          events: place,
          fault: `event ${event.id} does not follow from the one before it`,
        };
      }
      place = event.id;
      hash = event.hash;
    }
  }
  const head = await findAuditHead(db);
  if (head.sequence !== place || head.hash !== hash) {
    return { sound: false, events: place, fault: 'the last event is not the one that the head names' };
  }
  return { sound: true, events: place };
}
