import nodemailer from 'nodemailer';
import { MailFault, type Post } from '#app/domain/mail/mail-context.ts';
import { mailMessage } from './mail-message.server.ts';
import type { MailSettings, SmtpServer } from './mail-settings.server.ts';

const SECOND = 1000;
/** Of each step, and of a mail as a whole: shorter than a sender's claim on it. */
const PATIENCE = { step: 20 * SECOND, whole: 90 * SECOND };

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Sends over SMTP, one connection a mail. Certificates are verified; a silent or slow server is left after a while. */
export function smtpPost(settings: MailSettings, smtp: SmtpServer, patience = PATIENCE): Post {
  return async (content, signal) => {
    const message = await mailMessage(content, settings, new Date());
    // After the last byte of the text only an answer tells whether it has arrived.
    let handedOver = false;
    const transport = nodemailer.createTransport({
      ...smtp,
      connectionTimeout: patience.step,
      greetingTimeout: patience.step,
      socketTimeout: patience.step,
      dnsTimeout: patience.step,
      tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: listener((tnx) => {
        if (tnx === 'message') handedOver = true;
      }),
    });
    const stop = AbortSignal.any([signal, AbortSignal.timeout(patience.whole)]);
    try {
      await transport.sendMail({
        envelope: { from: settings.from.address, to: content.reader.email },
        raw: message,
        signal: stop,
      } as Parameters<typeof transport.sendMail>[0]);
    } catch (error) {
      throw faultOf(error as SmtpError, handedOver);
    } finally {
      transport.close();
    }
  };
}

/** What went wrong, in words that name no text of the mail: what a server answers may quote it. */
function faultOf(error: SmtpError, handedOver: boolean): MailFault {
  const { responseCode: code, command = '' } = error;
  if (code === undefined) {
    if (handedOver)
      return new MailFault(
        'unanswered',
        'The mail server took the mail and did not say whether it keeps it.',
      );
    const words =
      error.code === 'ETLS' || /certificate/i.test(error.message)
        ? 'No safe connection to the mail server.'
        : 'The mail server cannot be reached.';
    return new MailFault('unreachable', `${words} (${error.code ?? 'unknown'})`);
  }
  const forRecipient = command === 'RCPT TO' || command === 'DATA';
  if (forRecipient && code >= 500)
    return new MailFault(
      'refused',
      `The mail server refused the ${command === 'DATA' ? 'mail' : 'address'} (${code}).`,
    );
  if (forRecipient) return new MailFault('put-off', `The mail server put it off (${code}).`);
  return new MailFault('unreachable', `The mail server does not take mail from us (${code}).`);
}

/** Nodemailer tells its logger how far it is; nothing is written down. */
function listener(hear: (tnx: string) => void) {
  const write = (entry: unknown) => hear(String((entry as { tnx?: unknown } | null)?.tnx));
  return {
    level: () => undefined,
    trace: write,
    debug: write,
    info: write,
    warn: write,
    error: write,
    fatal: write,
  };
}
