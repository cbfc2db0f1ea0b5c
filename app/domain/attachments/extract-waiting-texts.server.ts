import { transact } from '#db/client.ts';
import { listWaitingFiles, updateFileText, type StoredFile } from '#db/queries/stored-files.ts';
import { extractInChild } from './extract-in-child.server.ts';
import { readContent } from './file-store.server.ts';
import { storedFileText } from './file-text.server.ts';
import type { FileChore } from './sweep-files.server.ts';

/**
 * Extracts the words of the files that wait for it, at most so many of them, one after the other, each in a process of
 * its own. One that cannot be read is marked as failed. What follows from a file is nobody's act: like a count, it
 * leaves no audit event.
 */
export async function extractWaitingTexts(context: FileChore, most = Infinity): Promise<void> {
  let after = 0;
  for (let done = 0; done < most; done += 1) {
    const [file] = await listWaitingFiles(context.db, after, 1);
    if (!file) return;
    after = file.id;
    await extract(context, file);
  }
}

async function extract(context: FileChore, file: StoredFile): Promise<void> {
  const content = await readContent(context, file).catch(() => undefined);
  const text = content && (await extractInChild(content, file.media_type));
  await transact(context.db, (trx) =>
    updateFileText(
      trx,
      file.id,
      text === undefined
        ? { text_state: 'failed', text_body: null }
        : {
            text_state: 'done',
            text_body: storedFileText(context.keys, file.sealed === 1, file.content_hash, text),
          },
    ),
  );
}

let running: Promise<void> | undefined;
let again = false;

/** The same without waiting, one run at a time: an answer is on its way meanwhile. */
export function extractSoon(context: FileChore, tell: (error: unknown) => void): void {
  again = running !== undefined;
  running ??= run(context, tell).finally(() => {
    running = undefined;
    if (again) extractSoon(context, tell);
  });
}

async function run(context: FileChore, tell: (error: unknown) => void): Promise<void> {
  try {
    await extractWaitingTexts(context);
  } catch (error) {
    tell(error);
  }
}
