import { randomBytes } from 'node:crypto';
import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BarePage } from '#app/components/shell/bare-page.tsx';
import { CarriedFormPage } from '#app/components/accounts/carried-form-page.tsx';
import { SignInForm } from '#app/components/accounts/sign-in-form.tsx';
import { signIn } from '#app/domain/accounts/sign-in.server.ts';
import { sessionOf } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { localPath } from '#app/web/local-path.ts';
import { answerSignIn } from '#app/web/sign-in-answer.server.ts';

export const meta = () => [{ title: 'Sign in · Rapport' }];

// Retry-After of an attempt that came too soon
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const query = readQuery(args.request);
  const to = localPath(query.one('to'));
  const again = query.one('again') === '1';
  const session = await sessionOf(args);
  if (session.state !== 'open') return { to, again, open: undefined, other: false };
  if (!again) throw redirect(to);
  const { name, email } = session.actor;
  return { to, again, open: { name, email }, other: query.one('other') === '1' };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { fields } = await readForm(request, { limits: { carried: 3_000_000 } });
  const { db, keys, clientAddress: address } = context;
  const input = { email: fields.one('email').trim(), password: fields.one('password'), address };
  const result = await signIn({ db, keys, now: new Date(), random: randomBytes }, input);
  return answerSignIn(context, request, result, {
    email: input.email,
    to: localPath(fields.one('to')),
    carried: fields.one('carried'),
  });
}

export default function SignInPage() {
  const { to, again, open, other } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'form' in answer) return <CarriedFormPage form={answer.form} />;
  return (
    <BarePage title="Sign in">
      {again ? (
        <p>{answer?.carried ? 'This change' : 'Taking records out'} asks for your password again.</p>
      ) : null}
      <SignInForm to={to} open={open} other={other} {...answer} />
    </BarePage>
  );
}
