import { data, redirect, type AppLoadContext } from '@remix-run/node';
import type { SignInResult } from '#app/domain/accounts/sign-in.server.ts';
import { openCarriedForm } from './carried-form.server.ts';
import { closeSession, openSession } from './session.server.ts';

interface Asked {
  email: string;
  to: string;
  /** The sealed form that was posted after the session had ended; '' where there is none. */
  carried: string;
}

/** Turns the outcome of a sign-in into its answer: a new session and the way on, or the form again with words. */
export async function answerSignIn(
  context: AppLoadContext,
  request: Request,
  result: SignInResult,
  asked: Asked,
) {
  const { db, config, keys, cookies } = context;
  if (result.outcome === 'refused') {
    return data({ ...asked, error: 'This e-mail and password do not belong together.' }, { status: 400 });
  }
  if (result.outcome === 'too-soon') {
    const error = `Too many attempts. Try again in ${result.seconds === 1 ? 'a second' : `${result.seconds} seconds`}.`;
    return data({ ...asked, error }, { status: 429, headers: { 'Retry-After': String(result.seconds) } });
  }
  // The token that the browser came with must not live on: a new one is made at each sign-in.
  await closeSession(db, config, request);
  cookies.push(await openSession(db, config, result.accountId));
  const form = asked.carried ? openCarriedForm(keys, result.accountId, asked.carried) : undefined;
  return form ? data({ form }) : redirect(asked.to, 303);
}
