import { extractWaitingTexts } from '../attachments/extract-waiting-texts.server.ts';
import { sweepFiles } from '../attachments/sweep-files.server.ts';
import { unsealFiles } from '../attachments/unseal-files.server.ts';
import type { TimedTask } from './timed-tasks.server.ts';

/** What is done by the clock with the files of attachments, which lie in `filesDirectory`. */
export function fileTasks(filesDirectory: string): TimedTask[] {
  return [
    {
      // Few at a time: a file may take twenty seconds, and mail waits meanwhile. New ones are read at once, by whoever took them.
      name: 'extract texts',
      every: 15,
      run: ({ db, keys, clock }) => extractWaitingTexts({ db, keys, now: clock(), filesDirectory }, 2),
    },
    {
      name: 'sweep files',
      every: 6 * 3600,
      run: ({ db, keys, clock }) => sweepFiles({ db, keys, now: clock(), filesDirectory }),
    },
    {
      name: 'unseal files',
      every: 3600,
      run: ({ db, keys, clock }) => unsealFiles({ db, keys, now: clock(), filesDirectory }),
    },
  ];
}
