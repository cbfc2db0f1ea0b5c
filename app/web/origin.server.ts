import type { Config } from './config.server.ts';

/** The origin that a link to this server begins with, for somebody who reads it elsewhere. */
export function originOf(config: Pick<Config, 'baseUrl'>, request: Request): string {
  return config.baseUrl ?? new URL(request.url).origin;
}
