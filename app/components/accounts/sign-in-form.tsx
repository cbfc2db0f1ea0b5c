import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/text-input.tsx';

interface Props {
  to: string;
  email?: string;
  error?: string;
  /** What was being saved when the session ended, sealed. */
  carried?: string;
}

export function SignInForm({ to, email, error, carried }: Props) {
  return (
    <form method="post" action="/login" className="stack">
      {error ? (
        <div className="errors" role="alert">
          <p>{error}</p>
        </div>
      ) : null}
      <TextInput
        name="email"
        type="email"
        label="Email"
        autoComplete="username"
        defaultValue={email}
        required
        autoFocus
      />
      <TextInput name="password" type="password" label="Password" autoComplete="current-password" required />
      <input type="hidden" name="to" value={to} />
      {carried ? <input type="hidden" name="carried" value={carried} /> : null}
      <Button type="submit" look="main">
        Sign in
      </Button>
    </form>
  );
}
