import type { Keys } from '#app/domain/kernel/keys.server.ts';
import type { Db } from '#db/client.ts';
import type { Config } from './config.server.ts';

/** What the server hands to every loader and action of one request. */
export interface RequestContext {
  db: Db;
  keys: Keys;
  config: Config;
  nonce: string;
  /** The address the request came from, for throttling. */
  clientAddress: string;
  /** The set-cookie lines to add to whatever the response will be. */
  cookies: string[];
  /** The text of the page that was rendered, beside the Response that stands for it, which then has no body. */
  rendered: { answer: Response; text: string } | undefined;
  /** Set by the error log. */
  errorId: string | undefined;
  /** Loaders of one page run side by side, each with a Request of its own: what they share is kept here. */
  shared: Map<symbol, unknown>;
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestContext {}
}
