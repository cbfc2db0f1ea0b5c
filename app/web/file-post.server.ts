import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Post } from '#app/domain/mail/mail-context.ts';
import { mailMessage } from './mail-message.server.ts';
import type { MailSettings } from './mail-settings.server.ts';

/** Without a mail server every mail becomes a file that mail programs open, so that none is lost. */
export function filePost(settings: MailSettings): Post {
  return async (content) => {
    const now = new Date();
    const message = await mailMessage(content, settings, now);
    await mkdir(settings.directory, { recursive: true, mode: 0o700 });
    // The same mail has the same name: written twice it is there once.
    const path = join(settings.directory, `${content.messageId}.eml`);
    const file = await open(`${path}.part`, 'w', 0o600);
    try {
      await file.writeFile(message);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
  };
}
