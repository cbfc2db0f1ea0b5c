import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import type { ReactElement } from 'react';
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server';
import { logError } from '#app/web/log.server.ts';
import { RenderModeContext } from '#app/web/render-mode.tsx';

/** Documents are rendered in one go as static markup; pages that hydrate wait until all is ready. */
export default async function renderResponse(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const hydrate = wantsHydration(remix);
  const { nonce, errorId } = context;
  const remixContext = hydrate
    ? remix
    : { ...remix, serverHandoffStream: undefined, manifest: matchedOnly(remix) };
  const page = (
    <RenderModeContext.Provider value={{ hydrate, nonce, errorId }}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </RenderModeContext.Provider>
  );
  const html = hydrate
    ? withPreloadNonce(await renderHydrated(page, nonce), nonce)
    : `<!doctype html>${renderToStaticMarkup(page)}`;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const answer = new Response(null, { status, headers });
  context.rendered = { answer, text: html };
  return answer;
}

/** Nothing of a document goes on to another route, and React Router sorts and compiles all it is given each time. */
function matchedOnly({ manifest, staticHandlerContext }: EntryContext): EntryContext['manifest'] {
  const entries = staticHandlerContext.matches.flatMap(({ route }) => {
    const entry = manifest.routes[route.id];
    return entry ? [[route.id, entry] as const] : [];
  });
  return { ...manifest, routes: Object.fromEntries(entries) };
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  (context as AppLoadContext).errorId = logError(error, request);
};

/** A page with an error is always a document: the framework has nothing left to do in it. */
function wantsHydration(remix: EntryContext): boolean {
  const { matches, errors } = remix.staticHandlerContext;
  if (errors) return false;
  return matches.some(({ route }) => {
    const handle: unknown = remix.routeModules[route.id]?.handle;
    return typeof handle === 'object' && handle !== null && 'hydrate' in handle && handle.hydrate === true;
  });
}

function renderHydrated(page: ReactElement, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
      final(done) {
        resolve(Buffer.concat(chunks).toString('utf8'));
        done();
      },
    });
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => pipe(sink),
      onShellError: reject,
      onError: (error) => console.error(error instanceof Error ? error.message : error),
    });
  });
}

/** Remix writes its preload links without the nonce, and `strict-dynamic` would refuse them. */
function withPreloadNonce(html: string, nonce: string): string {
  return html.replaceAll('<link rel="modulepreload"', `<link rel="modulepreload" nonce="${nonce}"`);
}
