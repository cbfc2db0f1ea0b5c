import { randomBytes } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { Context } from '#app/domain/kernel/context.ts';
import { currentReference } from '#app/domain/reference/reference.server.ts';
import { pathTo } from '#app/paths.ts';
import { carryForm } from './carried-form.server.ts';
import { filesDirectory } from './config.server.ts';
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
      filesDirectory: filesDirectory(args.context.config),
    };
  });
}

/** How long a sign-in is recent enough for exports and for changes of accounts and teams. */
const recent = 5 * 60_000;

/**
 * The context of a request that takes records out or changes who may do what: it asks for the password again where
 * the last sign-in was longer ago than five minutes. What was posted is carried along, as where a session has ended.
 */
export async function requireRecentSignIn(args: Args): Promise<Context> {
  const context = await requireContext(args);
  const session = await sessionOf(args);
  if (session.state !== 'open') throw await signInFirst(args, session);
  const age = context.now.getTime() - session.authenticatedAt.getTime();
  // one in the future comes from a clock that was put back
  if (age >= -60_000 && age <= recent) return context;
  const { accountId, name, email } = context.actor;
  throw await signInFirst(args, { state: 'aged', accountId, known: { name, email } });
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

/** A session too old for what was asked; it goes on for everything else. */
type Aged = { state: 'aged'; accountId: number; known: { name: string; email: string } };

async function signInFirst({ request, context }: Args, session: SessionState | Aged): Promise<Response> {
  const url = new URL(request.url);
  const here = localPath(url.pathname + url.search);
  const known = session.state === 'aged' ? session.known : undefined;
  if (request.method === 'GET' || request.method === 'HEAD') {
    return redirect(known ? pathTo.signInAgain({ to: here }) : pathTo.signIn(here));
  }
  const carried =
    'accountId' in session ? await carryForm(context.keys, session.accountId, request) : undefined;
  return Response.json({ to: here, carried, known }, { status: 401 });
}
