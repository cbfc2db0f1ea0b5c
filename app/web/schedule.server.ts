import { randomBytes } from 'node:crypto';
import type { Db } from '#db/client.ts';
import type { Keys } from '#app/domain/kernel/keys.server.ts';
import { currentReference } from '#app/domain/reference/reference.server.ts';
import { fileTasks } from '#app/domain/schedule/file-tasks.server.ts';
import { runSchedule } from '#app/domain/schedule/run-schedule.server.ts';
import { TIMED_TASKS } from '#app/domain/schedule/timed-tasks.server.ts';
import { filePost } from './file-post.server.ts';
import type { MailSettings } from './mail-settings.server.ts';
import { smtpPost } from './smtp-post.server.ts';

/** Starts the timed work of the deployment, mail and files among it. Answers what stops it. */
export function startSchedule(
  db: Db,
  keys: Keys,
  settings: MailSettings,
  filesDirectory: string,
): () => Promise<void> {
  const random = (length: number) => randomBytes(length);
  return runSchedule({
    context: {
      db,
      keys,
      random,
      clock: () => new Date(),
      reference: () => currentReference(db),
      post: settings.smtp ? smtpPost(settings, settings.smtp) : filePost(settings),
    },
    tasks: [...TIMED_TASKS, ...fileTasks(filesDirectory)],
    holder: `${process.pid}-${randomBytes(8).toString('hex')}`,
    onFault: (task, error) => {
      const line = { level: 'error', task, error: error instanceof Error ? error.message : String(error) };
      process.stderr.write(`${JSON.stringify(line)}\n`);
    },
  });
}
