import { createContext, useContext } from 'react';

/** How this response is rendered: what root and the error pages need to know and loaders do not. */
export interface RenderMode {
  /** false for documents: no framework script is sent. */
  hydrate: boolean;
  /** The CSP nonce of this response; empty in the browser, which hides nonces from scripts. */
  nonce: string;
  /** Set when an unexpected error was logged; shown so that a report can be matched with the log. */
  errorId: string | undefined;
}

export const RenderModeContext = createContext<RenderMode>({ hydrate: true, nonce: '', errorId: undefined });

export function useRenderMode(): RenderMode {
  return useContext(RenderModeContext);
}
