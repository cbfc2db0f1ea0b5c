import { createHash } from 'node:crypto';
import { listStoredFiles, type FileName } from '#db/queries/stored-files.ts';
import { pathOf, readContent } from './file-store.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FileChore } from './sweep-files.server.ts';

const PAGE = 1_000;

/** How many files there should be, and what is wrong with those that are not as they were kept, one line each. */
export async function verifyFiles(
  context: Pick<FileChore, 'db' | 'keys' | 'filesDirectory'>,
): Promise<{ files: number; faults: string[] }> {
  const faults: string[] = [];
  const names = await listFileNames(context.db);
  for (const name of names) {
    const path = pathOf(context.filesDirectory, name);
    try {
      const content = await readContent(context, name);
      // a sealed one was compared with its hash as it was opened
      const hash = name.sealed === 1 ? name.content_hash : createHash('sha256').update(content).digest('hex');
      if (hash !== name.content_hash) faults.push(`${path} has been altered`);
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      faults.push(missing ? `${path} is missing` : `${path} cannot be opened: ${wordsOf(error)}`);
    }
  }
  return { files: names.length, faults };
}

/** The names of all files there should be. */
export async function listFileNames(db: Context['db']): Promise<FileName[]> {
  const names: FileName[] = [];
  for (let after = 0; ;) {
    const page = await listStoredFiles(db, after, PAGE);
    names.push(...page);
    after = page.at(-1)?.id ?? 0;
    if (page.length < PAGE) return names;
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
