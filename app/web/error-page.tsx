import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { SignInForm, type KnownAccount } from '#app/components/accounts/sign-in-form.tsx';
import { BarePage } from '#app/components/shell/bare-page.tsx';
import { useRenderMode } from './render-mode.tsx';

interface Words {
  title: string;
  text: string;
}

const wordsByStatus: Record<number, Words> = {
  400: {
    title: 'That address does not work',
    text: 'Part of it is not something this page understands. Go back, or start from your desk.',
  },
  403: {
    title: 'You may not do this',
    text: 'Your account does not include it. Ask an administrator if it should.',
  },
  404: {
    title: 'Nothing here',
    text: 'There is no such page or record, or it is not one that you can open.',
  },
  405: { title: 'That does not work here', text: 'This address does not answer to that kind of request.' },
  409: {
    title: 'This has changed meanwhile',
    text: 'Somebody changed the record after you opened it. Go back, reload it and try again.',
  },
  413: {
    title: 'That is too much at once',
    text: 'Go back: what you typed is still there. Shorten it, then save again.',
  },
  503: {
    title: 'There is no room left to save',
    text: 'Nothing of this was saved. Tell your administrator that the disk of the server is full. Go back: what you typed is still there, and can be saved once there is room again.',
  },
};

/** The one page for everything that went wrong; it says nothing that depends on what was asked for. */
export function ErrorPage() {
  const error = useRouteError();
  const { errorId } = useRenderMode();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (isRouteErrorResponse(error) && status === 401) return <SignInAgain {...error.data} />;
  const words = wordsByStatus[status];
  return (
    <BarePage title={words?.title ?? 'Something went wrong'}>
      <p>{words?.text ?? 'It was not your doing, and it has been noted. Try again in a moment.'}</p>
      {words === undefined && errorId !== undefined ? <p>Note for your administrator: {errorId}</p> : null}
      <p>
        <a href="/">Go to your desk</a>
      </p>
    </BarePage>
  );
}

/** What was posted after the session had ended waits, sealed, in the form. */
function SignInAgain({ to, carried, known }: { to: string; carried?: string; known?: KnownAccount }) {
  const reason = known ? 'This change asks for your password again.' : 'Your session has ended.';
  return (
    <BarePage title="Sign in to continue">
      <p>
        {reason}{' '}
        {!carried
          ? 'Sign in to go on.'
          : known
            ? 'What you typed is kept.'
            : 'What you typed is kept: sign in, and go on where you were.'}
      </p>
      <SignInForm to={to} carried={carried} open={known} />
    </BarePage>
  );
}
