import MailComposer from 'nodemailer/lib/mail-composer';
import { writeMail } from '#app/components/mail/write-mail.ts';
import { oneLine } from '#app/components/mail/write-mail.ts';
import { MailFault, type MailContent } from '#app/domain/mail/mail-context.ts';
import { pathTo } from '#app/paths.ts';
import { isAddress, type MailSettings } from './mail-settings.server.ts';

/** A mail as it goes over the line. Throws MailFault for an address that is none. */
export async function mailMessage(
  content: MailContent,
  { from, origin }: Pick<MailSettings, 'from' | 'origin'>,
  now: Date,
): Promise<Buffer> {
  const { name, email } = content.reader;
  if (!isAddress(email))
    throw new MailFault('refused', 'The account has no address that mail can be sent to.');
  const { subject, text, language } = writeMail(content, origin);
  const message = new MailComposer({
    from,
    to: { name: oneLine(name), address: email },
    subject,
    text,
    date: now,
    messageId: `<${content.messageId}@${from.address.slice(from.address.indexOf('@') + 1)}>`,
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      // https://www.rfc-editor.org/rfc/rfc3834: nobody's holiday notice answers
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${origin}${pathTo.notificationSettings()}>`,
      'Content-Language': language,
    },
  });
  return message.compile().build();
}
