import type { IncomingMessage } from 'node:http';

/**
 * The address a request came from. Behind a trusted proxy it is the last entry of X-Forwarded-For, the only one
 * that the proxy wrote itself.
 */
export function clientAddressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
  return forwarded.split(',').at(-1)?.trim() || request.socket.remoteAddress || 'unknown';
}
