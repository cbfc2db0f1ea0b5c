import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { DateInput, TextInput } from '../../ui/text-input.tsx';
import { ListPicker } from './bound-fields.tsx';
import { useField, useForm } from './form-context.ts';

/** What one may add and need not: it comes after the groups, so that nobody has to pass it to save. */
export function OptionalFields() {
  const { view } = useForm();
  return (
    <>
      <TextArea label="Notes" tall optional {...useField('notes')} />
      <div className="row">
        <ListPicker name="instruments" label="Instruments" options={view.choices.instruments} optional />
        <ListPicker name="staff" label="Our staff" options={view.choices.staff} optional />
      </div>
      <div className="row">
        <TextInput label="Place" optional maxLength={300} {...useField('place')} />
        <TextInput label="Time" type="time" optional {...useField('time')} />
        <DateInput label="Last day" optional {...useField('endDate')} />
        <Select label="May be quoted" options={ATTRIBUTIONS} {...useField('attribution')} />
      </div>
    </>
  );
}

const ATTRIBUTIONS = [
  { value: 'on_record', label: 'On record' },
  { value: 'chatham_house', label: 'Chatham House rule' },
  { value: 'not_for_use', label: 'Not for use' },
];
