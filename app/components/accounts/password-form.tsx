import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** Passwords are never sent back: after an error both are typed again. */
export function PasswordForm({ errors = {} }: { errors?: { current?: string; password?: string } }) {
  const listed = Object.entries(errors).flatMap(([field, message]) => (message ? [{ field, message }] : []));
  return (
    <form method="post" className="stack form-narrow">
      <ErrorSummary errors={listed} />
      <TextInput
        name="current"
        type="password"
        label="Present password"
        autoComplete="current-password"
        error={errors.current}
      />
      <TextInput
        name="password"
        type="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 12 characters; a few words in a row are easy to remember."
        error={errors.password}
      />
      <Button type="submit" look="main">
        Change password
      </Button>
      <p className="soft">You will be signed out everywhere and sign in with the new one.</p>
    </form>
  );
}
