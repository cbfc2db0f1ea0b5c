import type { CommitmentRow } from '#app/domain/interactions/form.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { DateInput } from '../../ui/text-input.tsx';
import { useForm } from './form-context.ts';
import { partnerOptions } from './partner-options.ts';
import { AddButton, RowFrame, type RowNames } from './row-frame.tsx';

const NAMES: RowNames = { list: 'commitments', act: 'commitment', word: 'commitment' };

/** What was promised, by them or by us. */
export function CommitmentRows() {
  const { form } = useForm();
  return (
    <FieldGroup
      legend="Commitments"
      id="commitments"
      acts={<AddButton names={NAMES}>Add commitment</AddButton>}
    >
      {form.commitments.map((row, index) => (
        <RowFrame key={index} names={NAMES} row={row} index={index}>
          {row.remove === 'yes' ? <p>{row.text}</p> : <CommitmentFields row={row} index={index} />}
        </RowFrame>
      ))}
    </FieldGroup>
  );
}

function CommitmentFields({ row, index }: { row: CommitmentRow; index: number }) {
  const { form, change, view, focus } = useForm();
  const bind = (field: 'text' | 'by' | 'due') => ({
    name: `commitments.${index}.${field}`,
    value: row[field],
    error: view.errors[`commitments.${index}.${field}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ type: 'change-commitment', index, patch: { [field]: event.currentTarget.value } }),
  });
  const partners = partnerOptions(form);
  const standing = row.by !== '' && row.by !== 'us' && !partners.some(({ value }) => value === row.by);
  const options = [
    ...partners,
    ...(standing ? [{ value: row.by, label: 'As it was' }] : []),
    { value: 'us', label: 'Us' },
  ];
  return (
    <>
      <TextArea
        label="Promise"
        rows={2}
        autoFocus={focus === `commitments.${index}.text`}
        {...bind('text')}
      />
      <div className="row">
        <Select
          label="By"
          options={options}
          blank={row.by === '' ? 'The first partner' : undefined}
          {...bind('by')}
        />
        <DateInput label="Due" optional {...bind('due')} />
      </div>
    </>
  );
}
