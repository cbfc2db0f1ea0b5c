import { CheckboxChips } from '../../ui/checkbox-chips.tsx';
import { Select } from '../../ui/select.tsx';
import { DateInput, TextInput } from '../../ui/text-input.tsx';
import { useField, useForm } from './form-context.ts';
import { ListPicker } from './bound-fields.tsx';

/** What kind of contact, when, and where in the world. */
export function FirstFields() {
  const { form, change, view } = useForm();
  const planned = form.date > view.choices.today;
  return (
    <div className="row">
      <Select
        label="Kind"
        options={view.choices.kinds}
        blank={form.kind === '' ? 'Choose' : undefined}
        {...useField('kind')}
      />
      <DateInput
        label="Date"
        hint={planned ? 'In the future: it is saved as planned.' : undefined}
        {...useField('date')}
      />
      <ListPicker name="countries" label="Countries" options={view.choices.countries} optional />
      <input type="hidden" name="countriesChosen" value={form.countriesChosen} />
      {view.choices.teams.length > 1 ? (
        <Select
          label="Team"
          options={view.choices.teams}
          blank="The one that covers the country"
          value={form.team}
          name="team"
          optional
          onChange={(event) => change({ type: 'set', field: 'team', value: event.currentTarget.value })}
        />
      ) : (
        <input type="hidden" name="team" value={form.team} />
      )}
    </div>
  );
}

export function WorkAreasField() {
  const { form, change, view } = useForm();
  return (
    <CheckboxChips
      name="workAreas"
      label="Work areas"
      options={view.choices.workAreas}
      chosen={form.workAreas}
      onChoose={(values) => change({ type: 'choose', field: 'workAreas', values })}
      error={view.errors.workAreas}
    />
  );
}

export function SummaryField() {
  return <TextInput label="Summary" maxLength={300} {...useField('summary')} />;
}
