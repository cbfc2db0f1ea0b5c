// Timed work in a process of its own: DATABASE_URL, PORT of the mail server, HOLDER. It stops cleanly on SIGTERM.
import { randomBytes } from 'node:crypto';
import { openDatabase } from '#db/client.ts';
import { runSchedule } from '#app/domain/schedule/run-schedule.server.ts';
import { sendMails } from '#app/domain/mail/send-mails.server.ts';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import { currentReference } from '#app/domain/reference/reference.server.ts';
import { smtpPost } from '#app/web/smtp-post.server.ts';

const { DATABASE_URL = '', PORT, HOLDER = '' } = process.env;
const db = openDatabase(DATABASE_URL);
const from = { name: HOLDER, address: 'rapport@example.org' };
const settings = { smtp: undefined, from, origin: 'https://rapport.example.org', directory: '' };
const smtp = {
  host: '127.0.0.1',
  port: Number(PORT),
  secure: false,
  requireTLS: false,
  auth: undefined,
};
const stop = runSchedule({
  context: {
    db,
    post: smtpPost(settings, smtp),
    clock: () => new Date(),
    random: (length) => randomBytes(length),
    keys: deriveKeys('a test key of more than thirty-two characters'),
    reference: () => currentReference(db),
  },
  tasks: [{ name: 'send mails', every: 0.05, run: sendMails }],
  holder: HOLDER,
  onFault: (task, error) => console.error(task, error),
  pace: { look: 50, lease: 2 },
});
const alive = setInterval(() => undefined, 1000);
process.once('SIGTERM', () => {
  clearInterval(alive);
  void stop().then(() => db.destroy());
});
