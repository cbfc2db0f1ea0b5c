import type { Config } from './config.server.ts';

/** How mail leaves: over SMTP, or into files where there is none. */
export interface MailSettings {
  smtp: SmtpServer | undefined;
  from: { name: string; address: string };
  /** Where links of a mail lead, without a slash at the end. */
  origin: string;
  /** Where mails are written without SMTP. */
  directory: string;
}

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** Refuse a server that offers no TLS: everywhere but on this machine. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | undefined;
}

/** Throws an Error with one clear line where SMTP_URL or MAIL_FROM cannot be used; it never names the password. */
export function mailSettings(config: Config): MailSettings {
  const origin = config.baseUrl ?? `http://${config.host}:${config.port}`;
  const { hostname } = new URL(origin);
  // A number is no domain of an address.
  const host = /^[\d.]+$|^\[/.test(hostname) ? 'localhost' : hostname;
  return {
    smtp: config.smtpUrl === undefined ? undefined : readSmtpUrl(config.smtpUrl),
    from:
      config.mailFrom === undefined
        ? { name: 'Rapport', address: `rapport@${host}` }
        : readFrom(config.mailFrom),
    origin,
    directory: `${config.directory}/mail`,
  };
}

/** Only host, port and credentials are taken: no parameter of the address can switch a check off. */
export function readSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url?.protocol === 'smtp:';
  const whole =
    url && (plain || url.protocol === 'smtps:') && url.hostname !== '' && /^\/?$/.test(url.pathname);
  if (!whole || url.search !== '' || url.hash !== '') {
    throw new Error(
      'SMTP_URL must be like smtp://user:password@host:587 or smtps://user:password@host, nothing more.',
    );
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: url.port === '' ? (plain ? 587 : 465) : Number(url.port),
    secure: !plain,
    requireTLS: plain && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host),
    auth: user === '' ? undefined : { user, pass: decodeURIComponent(url.password) },
  };
}

/** "Name <address>" or the address alone. */
function readFrom(text: string): MailSettings['from'] {
  const [, name = '', named] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = named ?? text.trim();
  if (!isAddress(address))
    throw new Error('MAIL_FROM must be an e-mail address, such as Rapport <rapport@example.org>.');
  return { name: name.trim() === '' ? 'Rapport' : name.trim(), address };
}

/** One mailbox and nothing that could be read as a second one, or as another line. */
export function isAddress(text: string): boolean {
  return /^[^\s\p{Cc}<>(),;:"\\@[\]]{1,64}@[^\s\p{Cc}<>(),;:"\\@]{1,190}$/u.test(text);
}
