import { randomBytes } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { Context } from '#app/domain/kernel/context.ts';
import { currentReference } from '#app/domain/reference/reference.server.ts';
import { carryForm } from './carried-form.server.ts';
import { localPath } from './local-path.ts';
import { readSession, type SessionState } from './session.server.ts';

type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, 'request' | 'context'>;

const sessionKey = Symbol('session');
const contextKey = Symbol('context');

/**
 * The context of a signed-in request: read once, whatever number of loaders the page has. Without a session a
 * reader is sent to sign in and comes back; a posted form is answered with the sign-in page, which keeps it.
 */
export async function requireContext(args: Args): Promise<Context> {
  const session = await sessionOf(args);
  if (session.state !== 'open') throw await signInFirst(args, session);
  return once(args, contextKey, async () => {
    const { db, keys } = args.context;
    const { actor } = session;
    const reference = await currentReference(db);
    return {
      db,
      actor,
      now: new Date(),
      zone: actor.zone,
      random: (length) => randomBytes(length),
      keys,
      reference,
    };
  });
}

/** The session of a request, read once. */
export function sessionOf(args: Args): Promise<SessionState> {
  const { db, config } = args.context;
  return once(args, sessionKey, () => readSession(db, config, args.request));
}

function once<T>({ context }: Args, key: symbol, make: () => Promise<T>): Promise<T> {
  const known = context.shared.get(key) as Promise<T> | undefined;
  if (known) return known;
  const made = make();
  context.shared.set(key, made);
  return made;
}

async function signInFirst({ request, context }: Args, session: SessionState): Promise<Response> {
  const url = new URL(request.url);
  const here = localPath(url.pathname + url.search);
  if (request.method === 'GET' || request.method === 'HEAD') {
    return redirect(here === '/' ? '/login' : `/login?to=${encodeURIComponent(here)}`);
  }
  const carried =
    session.state === 'ended' ? await carryForm(context.keys, session.accountId, request) : undefined;
  return Response.json({ to: here, carried }, { status: 401 });
}
