import type { AccountValues } from '#app/domain/accounts/account-form.ts';
import { CheckboxChips } from '../ui/checkbox-chips.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ROLE_OPTIONS } from './role-words.ts';

/** The fields of an account, for the invitation and for changes. Its e-mail stays what it is. */
export function AccountFields(props: {
  values?: AccountValues | undefined;
  errors?: Record<string, string> | undefined;
  teams: readonly { value: string; label: string }[];
  fixedEmail?: boolean;
}) {
  const { values, errors = {}, teams } = props;
  return (
    <>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <TextInput name="name" label="Name" defaultValue={values?.name} error={errors.name} />
      <TextInput
        name="email"
        type="email"
        label="Email"
        defaultValue={values?.email}
        readOnly={props.fixedEmail}
        error={errors.email}
      />
      <CheckboxChips
        name="roles"
        label="Roles"
        options={ROLE_OPTIONS}
        defaultChosen={values?.roles ?? ['officer']}
        hint="An administrator runs the system and reads no records. Who also logs meetings is a programme officer too."
        error={errors.roles}
      />
      <CheckboxChips
        name="teams"
        label="Teams"
        optional
        options={teams}
        defaultChosen={values?.teams ?? []}
        hint="Members read the confidential records of the countries that their teams cover."
        error={errors.teams}
      />
    </>
  );
}
