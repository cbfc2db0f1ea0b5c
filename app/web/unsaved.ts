import { isRouteErrorResponse } from '@remix-run/react';

/** A save that did not happen; what was typed stays in the page. */
export interface Unsaved {
  unsaved: 'unreachable' | 'refused' | 'signed-out';
}

/** The server's answer, or why there is none. Redirects pass; nothing here takes the page away. */
export async function answerOrUnsaved<T>(ask: () => Promise<T>): Promise<T | Unsaved> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Response) throw error;
    if (!isRouteErrorResponse(error)) return { unsaved: 'unreachable' };
    if (error.status === 401) return { unsaved: 'signed-out' };
    return { unsaved: error.status >= 400 && error.status < 500 ? 'refused' : 'unreachable' };
  }
}
