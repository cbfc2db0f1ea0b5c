import { isAbsolute, join, resolve } from 'node:path';

/** What the environment decides, read once at start. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  /** `file:…` or `postgres://…` */
  databaseUrl: string;
  /** Where attachments, backups and a generated key live: an absolute path. */
  directory: string;
  /** The origin under which people reach the server, without a trailing slash; undefined: the Host header. */
  baseUrl: string | undefined;
  appKey: string | undefined;
  /** Take the client's address from X-Forwarded-For: only behind a proxy that overwrites it. */
  trustProxy: boolean;
  /** `smtp://…` or `smtps://…`; undefined: mails become files under `directory`. */
  smtpUrl: string | undefined;
  /** From whom mails come; undefined: derived from the origin. */
  mailFrom: string | undefined;
}

/** Reads the environment. Throws an Error with one clear line when a value cannot be used. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return {
    production: env.NODE_ENV === 'production',
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT),
    databaseUrl: env.DATABASE_URL || 'file:var/rapport.sqlite',
    directory: absolute(env.DATA_DIR || 'var'),
    baseUrl: readBaseUrl(env.BASE_URL),
    appKey: env.APP_KEY || undefined,
    trustProxy: env.TRUST_PROXY === '1',
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM || undefined,
  };
}

/** Where the files of attachments lie. */
export function filesDirectory({ directory }: Pick<Config, 'directory'>): string {
  return join(directory, 'files');
}

/** True when cookies must be Secure and HSTS is sent. */
export function isHttps(config: Pick<Config, 'baseUrl'>): boolean {
  return config.baseUrl?.startsWith('https:') ?? false;
}

function readPort(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function readBaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new Error(`BASE_URL must be an origin such as https://rapport.example.org, not "${text}".`);
  }
  return url.origin;
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(process.cwd(), path);
}
