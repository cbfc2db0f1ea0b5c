import { redirect, type AppLoadContext } from '@remix-run/node';
import type { ToastMessage } from '#app/components/ui/toast.tsx';
import { Conflict } from '#app/domain/kernel/errors.ts';
import { seal, unseal } from '#app/domain/kernel/keys.server.ts';
import { isHttps, type Config } from './config.server.ts';
import { localPath } from './local-path.ts';

// A message that outlives one redirect travels in a sealed cookie, which the next page takes and removes.

const place = 'cookie|toast';
const lifetime = 60;

/** Answers an act: a redirect (303) to `to`, where the reader is told what was done and how to take it back. */
export function redirectWithToast(context: AppLoadContext, to: string, toast: ToastMessage): Response {
  const sealed = seal(context.keys, context.keys.parcels, place, JSON.stringify(toast));
  context.cookies.push(cookie(context.config, encodeURIComponent(sealed), lifetime));
  return redirect(localPath(to), 303);
}

/** Answers an act on one row of a list: where a colleague was faster, the list comes back and says so. */
export async function tellConflict(
  context: AppLoadContext,
  to: string,
  act: Promise<void>,
  done: () => Response,
): Promise<Response> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return redirectWithToast(context, to, { message: error.message });
  }
  return done();
}

/** The toast that waits for this request, if any; it is shown once. */
export function takeToast(context: AppLoadContext, request: Request): ToastMessage | undefined {
  const prefix = `${name(context.config)}=`;
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
  if (!value) return undefined;
  context.cookies.push(cookie(context.config, '', 0));
  try {
    return JSON.parse(
      unseal(context.keys, context.keys.parcels, place, decodeURIComponent(value)),
    ) as ToastMessage;
  } catch {
    // Sealed under an earlier APP_KEY, or by somebody else: not a message of ours.
    return undefined;
  }
}

function name(config: Config): string {
  return isHttps(config) ? '__Host-rapport-toast' : 'rapport-toast';
}

function cookie(config: Config, value: string, maxAge: number): string {
  const secure = isHttps(config) ? '; Secure' : '';
  return `${name(config)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
