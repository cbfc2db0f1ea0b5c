import { createInflateRaw } from 'node:zlib';
import { RATIO_LIMIT, UNPACKED_LIMIT } from './kinds.ts';

/** A ZIP that is not what it should be: the message is for whoever brought it. */
export class BadArchive extends Error {
  override name = 'BadArchive';
}

export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  unpacked: number;
  /** Where its packed bytes begin. */
  start: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];
/** A long report has some hundreds, a picture each. */
const MOST_ENTRIES = 5_000;

const damaged = () => new BadArchive('This file is damaged. Save it again and try once more.');
const swollen = () =>
  new BadArchive('This file unpacks to far more than it should. Save it again, with smaller pictures.');

/**
 * The entries of an archive that begins and ends as one, by its own list of contents. Throws BadArchive: damaged, with
 * something before, after or between, encrypted, too many, or too large once unpacked.
 */
export function zipEntries(file: Buffer): ZipEntry[] {
  const end = file.length - 22;
  // No comment after the end, so that nothing else can hide there.
  if (end < 0 || file.readUInt32LE(end) !== END || file.readUInt32LE(0) !== LOCAL) throw damaged();
  const count = file.readUInt16LE(end + 10);
  const listStart = file.readUInt32LE(end + 16);
  const listEnd = listStart + file.readUInt32LE(end + 12);
  if (count > MOST_ENTRIES) throw new BadArchive('This file holds too many parts.');
  if (listEnd !== end || file.readUInt16LE(end + 8) !== count) throw damaged();
  const entries: ZipEntry[] = [];
  let at = listStart;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > listEnd || file.readUInt32LE(at) !== CENTRAL) throw damaged();
    const nameLength = file.readUInt16LE(at + 28);
    entries.push(entryAt(file, at, nameLength, listStart));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (at !== listEnd) throw damaged();
  refuseOverlaps(entries);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > UNPACKED_LIMIT || total > file.length * RATIO_LIMIT) throw swollen();
  return entries;
}

function entryAt(file: Buffer, at: number, nameLength: number, listStart: number): ZipEntry {
  if ((file.readUInt16LE(at + 8) & 1) === 1)
    throw new BadArchive('This file is protected by a password. Save it without one.');
  const method = file.readUInt16LE(at + 10);
  const packed = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  if (local + 30 > listStart || file.readUInt32LE(local) !== LOCAL) throw damaged();
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (start + packed > listStart || (method !== STORED && method !== DEFLATED)) throw damaged();
  const name = file.subarray(at + 46, at + 46 + nameLength).toString('utf8');
  return { name, method, packed, unpacked: file.readUInt32LE(at + 24), start };
}

/** Entries that share their bytes are how a small archive unpacks to a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const byPlace = [...entries].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const { start, packed } of byPlace) {
    if (start < end) throw damaged();
    end = start + packed;
  }
}

/** Unpacks every entry without keeping it. Throws BadArchive where one is larger than the list of contents says. */
export async function verifyUnpacked(file: Buffer, entries: readonly ZipEntry[]): Promise<void> {
  for (const entry of entries) {
    let size = 0;
    for await (const chunk of unpacked(file, entry)) {
      size += chunk.length;
      if (size > entry.unpacked) throw swollen();
    }
    if (size !== entry.unpacked) throw damaged();
  }
}

/** The content of one entry of at most `limit` bytes. */
export async function readEntry(file: Buffer, entry: ZipEntry, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(file, entry)) {
    size += chunk.length;
    if (size > limit) throw swollen();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Unpacks outside the event loop, a piece at a time. */
async function* unpacked(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const bytes = file.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === STORED) return yield bytes;
  const inflate = createInflateRaw();
  inflate.end(bytes);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
      ? damaged()
      : error;
  } finally {
    inflate.destroy();
  }
}
