import { isRouteErrorResponse } from '@remix-run/react';

/** A save that did not happen; what was typed stays in the page. */
export interface Unsaved {
  unsaved: 'unreachable' | 'refused' | 'signed-out';
}

/**
 * The server's answer, or why there is none. Redirects pass; nothing else takes the page away. The status of the
 * response keeps the router from reading the page's loaders anew: on a lost line that would end in an error page, and
 * the text with it.
 */
export async function answerOrUnsaved<T>(ask: () => Promise<T>): Promise<T | Response> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Response) throw error;
    return Response.json({ unsaved: reasonOf(error) } satisfies Unsaved, { status: 503 });
  }
}

function reasonOf(error: unknown): Unsaved['unsaved'] {
  if (!isRouteErrorResponse(error)) return 'unreachable';
  if (error.status === 401) return 'signed-out';
  return error.status >= 400 && error.status < 500 ? 'refused' : 'unreachable';
}
