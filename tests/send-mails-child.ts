// A sender in a process of its own, to be killed: DATABASE_URL, PORT of the mail server, NOW for its clock.
import { openDatabase } from '#db/client.ts';
import { sendMails } from '#app/domain/mail/send-mails.server.ts';
import { smtpPost } from '#app/web/smtp-post.server.ts';
import { timed } from './mails.ts';

const db = openDatabase(process.env.DATABASE_URL ?? '');
const settings = {
  smtp: undefined,
  from: { name: 'Rapport', address: 'rapport@example.org' },
  origin: 'https://rapport.example.org',
  directory: '',
};
const smtp = {
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  secure: false,
  requireTLS: false,
  auth: undefined,
};
await sendMails(timed(db, smtpPost(settings, smtp), () => new Date(process.env.NOW ?? Date.now())));
await db.destroy();
