import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack, unpack, type PackedFile } from './packed-files.ts';

// A backup is one line of JSON, then the copy of the database and the files of attachments (packed-files.ts), encrypted
// with AES-256-GCM where there is a key. The line is authenticated with it, so no part can be exchanged. The first
// format held the copy alone.

export interface BackupHeader {
  format: 'rapport-backup-1' | 'rapport-backup-2';
  engine: 'sqlite' | 'postgres';
  at: string;
  encrypted: boolean;
  /** Rows by table, for the restore to verify. */
  rows: Record<string, number>;
  /** How many files of attachments it holds. */
  files?: number;
}

const nonceLength = 12;
const tagLength = 16;
const longestHeader = 64 * 1024;

const keyFrom = (appKey: string) => Buffer.from(hkdfSync('sha256', appKey, 'rapport', 'backup', 32));

/** Writes the backup file; readable by its owner only. Refuses to write over another file. */
export async function writeBackup(
  path: string,
  header: BackupHeader,
  files: readonly PackedFile[],
  appKey: string | undefined,
): Promise<void> {
  const line = `${JSON.stringify(header)}\n`;
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    if (appKey === undefined) {
      target.write(line);
      await pipeline(pack(files), target);
      return;
    }
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', keyFrom(appKey), nonce).setAAD(Buffer.from(line));
    target.write(line);
    target.write(nonce);
    await pipeline(pack(files), cipher, target, { end: false });
    await new Promise<void>((resolve, reject) => {
      target.once('error', reject);
      target.end(cipher.getAuthTag(), () => resolve());
    });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw taken ? new Error(`${path} is there already: choose another name.`) : error;
  }
}

/** Reads the backup's first line. Throws where the file is no backup. */
export async function readHeader(path: string): Promise<{ header: BackupHeader; line: string }> {
  const file = await open(path).catch(() => {
    throw new Error(`${path} cannot be read.`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    const line = buffer.subarray(0, end + 1).toString('utf8');
    const header = JSON.parse(line) as BackupHeader;
    if (!/^rapport-backup-[12]$/.test(header.format)) throw new Error('another format');
    return { header, line };
  } catch {
    throw new Error(`${path} is not a backup made by Rapport.`);
  } finally {
    await file.close();
  }
}

/**
 * Writes what a backup holds into `folder`: the database as `copy`, and the files of attachments below it. Throws where
 * it was altered or another key made it.
 */
export async function extractBackup(
  path: string,
  folder: string,
  appKey: string | undefined,
): Promise<BackupHeader> {
  const { header, line } = await readHeader(path);
  const start = Buffer.byteLength(line);
  const write = async (stream: AsyncIterable<Buffer>) => {
    if (header.format === 'rapport-backup-1')
      return pipeline(stream, createWriteStream(join(folder, 'copy'), { mode: 0o600 }));
    const names = await unpack(stream, folder);
    if (names.length !== 1 + (header.files ?? 0)) throw new Error('The backup is incomplete.');
  };
  if (!header.encrypted) {
    await pipeline(createReadStream(path, { start }), write);
    return header;
  }
  if (appKey === undefined) throw new Error('This backup is encrypted: set the APP_KEY it was made with.');
  const { size } = await stat(path);
  const [nonce, tag] = await readParts(path, start, size);
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(appKey), nonce).setAAD(Buffer.from(line));
  decipher.setAuthTag(tag);
  const body = createReadStream(path, { start: start + nonceLength, end: size - tagLength - 1 });
  try {
    await pipeline(body, decipher, write);
  } catch {
    throw new Error('This backup was made with another APP_KEY, or has been damaged or altered.');
  }
  return header;
}

async function readParts(path: string, start: number, size: number): Promise<[nonce: Buffer, tag: Buffer]> {
  const file = await open(path);
  try {
    const nonce = Buffer.alloc(nonceLength);
    const tag = Buffer.alloc(tagLength);
    await file.read(nonce, 0, nonceLength, start);
    await file.read(tag, 0, tagLength, size - tagLength);
    return [nonce, tag];
  } finally {
    await file.close();
  }
}
