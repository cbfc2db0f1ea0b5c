import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ZONES } from './zones.ts';

/** What somebody who was invited fills in; their e-mail, roles and teams are there already. */
export function InvitationForm(props: {
  invited: { name: string; email: string; zone: string };
  values?: { name: string; zone: string };
  errors?: Record<string, string>;
}) {
  const { invited, values = invited, errors = {} } = props;
  return (
    <form method="post" className="stack">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <TextInput name="email" label="Email" autoComplete="username" readOnly defaultValue={invited.email} />
      <TextInput
        name="name"
        label="Your name"
        autoComplete="name"
        defaultValue={values.name}
        error={errors.name}
      />
      <TextInput
        name="password"
        type="password"
        label="Password"
        autoComplete="new-password"
        hint="At least 12 characters; a few words in a row are easy to remember."
        error={errors.password}
      />
      <Select name="zone" label="Time zone" options={ZONES} defaultValue={values.zone} error={errors.zone} />
      <Button type="submit" look="main">
        Start
      </Button>
    </form>
  );
}
