import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, constants, copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileName } from '#db/queries/stored-files.ts';
import type { Context } from '../kernel/context.ts';
import { FILE_LIMIT } from './kinds.ts';
import { sealedHash, sealing, unsealedContent } from './sealed-file.server.ts';

/** What lies under the folder of files: `plain/ab/ab12…` and `sealed/cd/cd34…`, and `incoming/` for what arrives. */

export type Store = Pick<Context, 'filesDirectory' | 'keys'>;

/** A file that has arrived whole and hangs on nothing yet. */
export interface Incoming {
  path: string;
  size: number;
  sealed: boolean;
  hash: string;
}

export class FileTooLarge extends Error {
  override name = 'FileTooLarge';
}

export function pathOf(filesDirectory: string, { content_hash, sealed }: FileName): string {
  const folder = sealed === 1 ? 'sealed' : 'plain';
  return join(filesDirectory, folder, content_hash.slice(0, 2), content_hash);
}

/**
 * Writes what arrives to a file of its own, encrypted on its way where it is to be sealed, and has it on the disk when
 * it answers. Throws FileTooLarge. Where anything fails, nothing stays.
 */
export async function receiveFile(
  { filesDirectory, keys }: Store,
  chunks: AsyncIterable<Uint8Array>,
  sealed: boolean,
): Promise<Incoming> {
  const path = join(filesDirectory, 'incoming', randomBytes(16).toString('hex'));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = sealed ? sealedHash(keys) : createHash('sha256');
  let size = 0;
  const measured = async function* () {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > FILE_LIMIT) throw new FileTooLarge();
      hash.update(chunk);
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
  };
  const source = Readable.from(measured());
  const file = await open(path, 'wx', 0o600);
  try {
    // writeFile writes at the place the last one ended, and takes a stream to its end
    await file.writeFile(sealed ? source.compose(sealing(keys)) : source);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { path, size, sealed, hash: hash.digest('hex') };
}

/** Takes away what arrived and was not kept. */
export async function discard(incoming: Incoming): Promise<void> {
  await rm(incoming.path, { force: true });
}

/** Puts a file that has arrived in its place and has that on the disk too. To be called under the head of the audit. */
export async function placeFile(filesDirectory: string, incoming: Incoming): Promise<void> {
  const target = pathOf(filesDirectory, nameOf(incoming));
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await rename(incoming.path, target);
  for (const folder of [dirname(target), dirname(dirname(target))]) await syncFolder(folder);
}

/** Takes in a file from elsewhere, such as a backup, under the name it has there. */
export async function adoptFile(filesDirectory: string, from: string, name: FileName): Promise<void> {
  const path = join(filesDirectory, 'incoming', randomBytes(16).toString('hex'));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await copyFile(from, path);
  const file = await open(path, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
  } finally {
    await file.close();
  }
  const { content_hash: hash, sealed } = name;
  await placeFile(filesDirectory, { path, size: 0, sealed: sealed === 1, hash });
}

export function nameOf({ hash, sealed }: Incoming): FileName {
  return { content_hash: hash, sealed: sealed ? 1 : 0 };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The whole content of a file in its place. Throws where it is not there, or is another. */
export async function readContent({ filesDirectory, keys }: Store, name: FileName): Promise<Buffer> {
  const bytes = await readFile(pathOf(filesDirectory, name));
  return name.sealed === 1 ? unsealedContent(keys, bytes, name.content_hash) : bytes;
}

/** The content of one that has just arrived. */
export async function readIncoming({ keys }: Store, { path, sealed, hash }: Incoming): Promise<Buffer> {
  const bytes = await readFile(path);
  return sealed ? unsealedContent(keys, bytes, hash) : bytes;
}

/**
 * The content to be sent on: an open file as it is read, a sealed one once its tag has been checked. Throws where it is
 * not there. Nothing is held open until it is read.
 */
export async function streamContent(store: Store, name: FileName): Promise<Readable> {
  if (name.sealed === 1) return Readable.from([await readContent(store, name)]);
  const path = pathOf(store.filesDirectory, name);
  await access(path, constants.R_OK);
  const pieces = async function* () {
    yield* createReadStream(path);
  };
  return Readable.from(pieces(), { objectMode: false });
}
