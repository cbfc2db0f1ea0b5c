import type { IncomingMessage } from 'node:http';
import { isHttps, type Config } from './config.server.ts';

const safeMethods = new Set(['GET', 'HEAD']);

/**
 * Whether a request that may change something was made by a page of this server: the browser says so itself
 * (`Sec-Fetch-Site`), or, where it does not, by an Origin that matches exactly.
 */
export function isOwnRequest(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  config: Pick<Config, 'baseUrl'>,
): boolean {
  if (safeMethods.has(request.method ?? '')) return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  const own =
    config.baseUrl ?? (host === undefined ? undefined : `http${isHttps(config) ? 's' : ''}://${host}`);
  return origin === own;
}
