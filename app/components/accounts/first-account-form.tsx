import { Button } from '../ui/button.tsx';
import { CheckboxChips } from '../ui/checkbox-chips.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ZONES } from './zones.ts';

interface Props {
  values?: { name: string; email: string; team: string; zone: string; roles: string[] };
  errors?: Record<string, string>;
}

const roles = [
  { value: 'administrator', label: 'Administrator' },
  { value: 'officer', label: 'Programme officer' },
  { value: 'manager', label: 'Manager' },
  { value: 'writer', label: 'Brief writer' },
];

export function FirstAccountForm({ values, errors = {} }: Props) {
  return (
    <form method="post" className="stack">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <TextInput
        name="name"
        label="Your name"
        autoComplete="name"
        defaultValue={values?.name}
        error={errors.name}
      />
      <TextInput
        name="email"
        type="email"
        label="Email"
        autoComplete="username"
        defaultValue={values?.email}
        error={errors.email}
      />
      <TextInput
        name="password"
        type="password"
        label="Password"
        autoComplete="new-password"
        hint="At least 12 characters; a few words in a row are easy to remember."
        error={errors.password}
      />
      <TextInput
        name="team"
        label="Your team"
        hint="Such as Africa, or Europe and Central Asia. More can follow."
        defaultValue={values?.team}
        error={errors.team}
      />
      <Select
        name="zone"
        label="Time zone"
        options={ZONES}
        defaultValue={values?.zone ?? 'UTC'}
        error={errors.zone}
      />
      <CheckboxChips
        name="roles"
        label="Roles"
        options={roles}
        defaultChosen={values?.roles ?? ['administrator']}
        hint="An administrator runs the system and reads no records. Who also logs meetings is a programme officer too."
        error={errors.roles}
      />
      <Button type="submit" look="main">
        Create the account
      </Button>
    </form>
  );
}
