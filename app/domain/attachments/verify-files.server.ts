import { createHash } from 'node:crypto';
import { listStoredFiles } from '#db/queries/stored-files.ts';
import { pathOf, readContent } from './file-store.server.ts';
import type { FileChore } from './sweep-files.server.ts';

const PAGE = 1_000;

/** How many files there should be, and what is wrong with those that are not as they were kept, one line each. */
export async function verifyFiles(
  context: Pick<FileChore, 'db' | 'keys' | 'filesDirectory'>,
): Promise<{ files: number; faults: string[] }> {
  const faults: string[] = [];
  let files = 0;
  for (let after = 0; ;) {
    const page = await listStoredFiles(context.db, after, PAGE);
    for (const row of page) {
      const path = pathOf(context.filesDirectory, row);
      try {
        const content = await readContent(context, row);
        // a sealed one was compared with its hash as it was opened
        const hash = row.sealed === 1 ? row.content_hash : createHash('sha256').update(content).digest('hex');
        if (hash !== row.content_hash) faults.push(`${path} has been altered`);
      } catch (error) {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        faults.push(missing ? `${path} is missing` : `${path} cannot be opened: ${wordsOf(error)}`);
      }
    }
    files += page.length;
    after = page.at(-1)?.id ?? 0;
    if (page.length < PAGE) return { files, faults };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
