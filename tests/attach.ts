import { randomBytes } from 'node:crypto';
import { addAttachment, type AddOutcome } from '#app/domain/attachments/add-attachment.server.ts';
import { receiveFile, type Incoming } from '#app/domain/attachments/file-store.server.ts';
import type { ParentName } from '#app/domain/attachments/find-attachable.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { makePdf } from '#seeds/demo/documents.ts';

export interface Brought {
  name?: string;
  note?: string;
  key?: string;
  bytes?: Uint8Array | string;
  /** Received as for a sealed record. */
  sealed?: boolean;
}

/** A file that has arrived and hangs on nothing yet. */
export function received(context: Context, bytes: Uint8Array | string, sealed = false): Promise<Incoming> {
  const one = async function* () {
    yield Buffer.from(bytes);
  };
  return receiveFile(context, one(), sealed);
}

/** Brings a file to a record as a form would. */
export async function attach(context: Context, on: ParentName, brought: Brought = {}): Promise<AddOutcome> {
  const { name = 'report.pdf', note = '', key = randomBytes(8).toString('hex'), sealed = false } = brought;
  const incoming = await received(context, brought.bytes ?? makePdf(['What we saw in the cells']), sealed);
  return addAttachment(context, on, { key, name, note, incoming });
}

/** The same, and its ref. Throws where it is refused. */
export async function attached(context: Context, on: ParentName, brought: Brought = {}): Promise<string> {
  const outcome = await attach(context, on, brought);
  if (outcome.outcome !== 'saved') throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return outcome.ref;
}
