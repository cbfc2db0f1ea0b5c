import { pathTo } from '#app/paths.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** Whose session goes on, where only the password is asked for again. */
export interface KnownAccount {
  name: string;
  email: string;
}

interface Props {
  to: string;
  email?: string;
  error?: string;
  /** What was being saved when the session ended, sealed. */
  carried?: string | undefined;
  /** The account whose session is open: its password alone is asked for, unless another one is to sign in. */
  open?: KnownAccount | undefined;
  other?: boolean;
}

export function SignInForm({ to, email, error, carried, open, other }: Props) {
  const known = other ? undefined : open;
  // where a session is open, the page shows an error only at the address that asks again
  const action = open ? pathTo.signInAgain({ to, other: other ? '1' : undefined }) : pathTo.signIn();
  return (
    <form method="post" action={action} className="stack">
      {error ? (
        <div className="errors" role="alert">
          <p>{error}</p>
        </div>
      ) : null}
      {known ? (
        <>
          <p>
            You are signed in as <strong>{known.name}</strong>, {known.email}.
          </p>
          {/* the password store of the browser looks for a name beside the password */}
          <input type="email" name="email" value={known.email} autoComplete="username" readOnly hidden />
        </>
      ) : (
        <TextInput
          name="email"
          type="email"
          label="Email"
          autoComplete="username"
          defaultValue={email}
          required
          autoFocus
        />
      )}
      <TextInput
        name="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        required
        autoFocus={known !== undefined}
      />
      <input type="hidden" name="to" value={to} />
      {carried ? <input type="hidden" name="carried" value={carried} /> : null}
      <Button type="submit" look="main">
        {known ? 'Go on' : 'Sign in'}
      </Button>
      {/* what is carried opens for this account alone, and the link would leave it behind */}
      {known && !carried ? (
        <p>
          <a href={pathTo.signInAgain({ to, other: '1' })}>Sign in with another account</a>
        </p>
      ) : null}
    </form>
  );
}
