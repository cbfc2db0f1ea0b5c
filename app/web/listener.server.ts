import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AppLoadContext } from '@remix-run/node';
import { isStorageFull } from '#db/client.ts';
import { BodyTooLarge, drainBody, readBody, streamBody, takesFiles } from './body.server.ts';
import { clientAddressOf } from './client-address.server.ts';
import { isHttps, type Config } from './config.server.ts';
import { makeNonce, securityHeaders } from './headers.server.ts';
import { logError } from './log.server.ts';
import { isOwnRequest } from './request-check.server.ts';
import { sendResponse } from './send.server.ts';

/** Answers from files, or calls `next`. */
export type FileAnswer = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

interface Parts {
  config: Config;
  files: FileAnswer;
  /** Remix: a fetch Request in, a Response out. */
  render(request: Request, context: AppLoadContext): Promise<Response>;
  /** What every request of this process has in common. */
  common: Pick<AppLoadContext, 'db' | 'keys' | 'config'>;
}

const allowedMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Node's request listener: headers, files, checks, then Remix. */
export function createListener({ config, files, render, common }: Parts): RequestListener {
  return (request, response) => {
    const nonce = makeNonce();
    for (const [name, value] of Object.entries(securityHeaders(config, nonce)))
      response.setHeader(name, value);
    files(request, response, () => {
      answer(request, response, nonce).catch((error: unknown) => refuse(request, response, error));
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void> {
    if (!allowedMethods.has(request.method ?? ''))
      return sendPlain(response, 405, 'That method is not answered here.');
    if (!isOwnRequest(request, config)) {
      return sendPlain(response, 403, 'This request did not come from a page of this site.');
    }
    const url = requestUrl(request, config);
    if (url === undefined) return sendPlain(response, 400, 'That address cannot be read.');
    const context: AppLoadContext = {
      ...common,
      nonce,
      clientAddress: clientAddressOf(request, config.trustProxy),
      cookies: [],
      errorId: undefined,
      rendered: undefined,
      shared: new Map(),
    };
    const aborted = new AbortController();
    response.once('close', () => {
      // an answer that was sent whole leaves nothing to break off
      if (!response.writableFinished) aborted.abort();
    });
    const fetchRequest = new Request(url, {
      method: request.method,
      headers: fetchHeaders(request),
      ...(hasBody(request) ? await bodyFor(request, url) : {}),
      signal: aborted.signal,
    });
    const rendered = await render(fetchRequest, context);
    const text = context.rendered?.answer === rendered ? context.rendered.text : undefined;
    await sendResponse(request, response, { answer: rendered, text, cookies: context.cookies });
    drainBody(request);
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (error instanceof BodyTooLarge) {
    sendPlain(response, 413, 'That is more than 3 MB of text, the most that one form may carry.');
    drainBody(request);
    return;
  }
  if (response.destroyed) return;
  const id = logError(error, new Request('http://localhost/', { method: 'GET' }));
  if (response.headersSent) response.destroy();
  else if (isStorageFull(error))
    sendPlain(response, 503, 'The disk of the server is full. Nothing was saved.');
  else sendPlain(response, 500, `Something went wrong. Note for your administrator: ${id}`);
}

function sendPlain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

function requestUrl(request: IncomingMessage, config: Config): URL | undefined {
  const origin =
    config.baseUrl ?? `http${isHttps(config) ? 's' : ''}://${request.headers.host ?? 'localhost'}`;
  const address = `${origin}${request.url ?? '/'}`;
  return request.url?.startsWith('/') && URL.canParse(address) ? new URL(address) : undefined;
}

function fetchHeaders(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  // Checked already, and more strictly than Remix does: under `no-referrer` browsers post forms with `Origin: null`,
  // which Remix takes for another site's.
  headers.delete('origin');
  return headers;
}

/** Text is read whole before anything is asked; a file is read by whoever may take it. */
async function bodyFor(request: IncomingMessage, url: URL): Promise<RequestInit> {
  if (!takesFiles(url)) return { body: await readBody(request) };
  return { body: streamBody(request), duplex: 'half' } as RequestInit;
}

function hasBody(request: IncomingMessage): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}
