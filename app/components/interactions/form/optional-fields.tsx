import { Select } from '../../ui/select.tsx';
import { DateInput, TextInput } from '../../ui/text-input.tsx';
import { ListPicker } from './bound-fields.tsx';
import { useField, useForm } from './form-context.ts';
import { NotesField } from './notes-field.tsx';
import { ObjectivesField } from './objectives-field.tsx';

/** What one may add and need not: it comes after the groups, so that nobody has to pass it to save. */
export function OptionalFields() {
  const { view } = useForm();
  return (
    <>
      <NotesField />
      <div className="row">
        <ListPicker name="instruments" label="Instruments" options={view.choices.instruments} optional />
        <ListPicker name="staff" label="Our staff" options={view.choices.staff} optional />
      </div>
      <ObjectivesField />
      <div className="row">
        <TextInput label="Place" optional maxLength={300} {...useField('place')} />
        <TextInput label="Time" type="time" optional {...useField('time')} />
        <DateInput label="Last day" optional {...useField('endDate')} />
        <PartOf />
        <Select label="May be quoted" options={ATTRIBUTIONS} {...useField('attribution')} />
      </div>
    </>
  );
}

/** The mission or conference during which it took place. */
function PartOf() {
  const { form, view } = useForm();
  const field = useField('partOf');
  const options = view.choices.wholes;
  if (options.length === 0) return <input type="hidden" name="partOf" value={form.partOf} />;
  return <Select label="Part of" options={options} blank="Nothing longer" optional {...field} />;
}

const ATTRIBUTIONS = [
  { value: 'on_record', label: 'On record' },
  { value: 'chatham_house', label: 'Chatham House rule' },
  { value: 'not_for_use', label: 'Not for use' },
];
