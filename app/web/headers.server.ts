import { randomBytes } from 'node:crypto';
import { isHttps, type Config } from './config.server.ts';

/** Random bytes come dearer by the piece: those of 256 answers are drawn at once. */
const NONCE_BYTES = 16;
let drawn = Buffer.alloc(0);

/** A word that lets the scripts of one answer run: 128 random bits, never given twice. */
export function makeNonce(): string {
  if (drawn.length === 0) drawn = randomBytes(NONCE_BYTES * 256);
  const nonce = drawn.subarray(0, NONCE_BYTES).toString('base64');
  drawn = drawn.subarray(NONCE_BYTES);
  return nonce;
}

/**
 * The headers of every response: pages, files, redirects, errors. Development lets Vite connect its socket and
 * insert styles.
 */
export function securityHeaders(
  config: Pick<Config, 'baseUrl' | 'production'>,
  nonce: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    'Content-Security-Policy': contentSecurityPolicy(nonce, config.production),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
  };
  if (isHttps(config)) headers['Strict-Transport-Security'] = 'max-age=63072000; includeSubDomains';
  return headers;
}

function contentSecurityPolicy(nonce: string, production: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    production ? "style-src 'self'" : "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    production ? "connect-src 'self'" : "connect-src 'self' ws:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
