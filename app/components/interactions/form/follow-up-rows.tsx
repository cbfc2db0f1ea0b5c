import type { FollowUpRow } from '#app/domain/interactions/form.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import { Select } from '../../ui/select.tsx';
import { DateInput, TextInput } from '../../ui/text-input.tsx';
import { useForm } from './form-context.ts';
import { AddButton, RowFrame, type RowNames } from './row-frame.tsx';

const NAMES: RowNames = { list: 'followUps', act: 'follow-up', word: 'follow-up' };

/** What is to be done next, by whom and when. Enter in a title begins the next one. */
export function FollowUpRows() {
  const { form } = useForm();
  return (
    <FieldGroup legend="Follow-ups" id="followUps" acts={<AddButton names={NAMES}>Add follow-up</AddButton>}>
      {form.followUps.map((row, index) => (
        <RowFrame key={index} names={NAMES} row={row} index={index}>
          {row.remove === 'yes' ? <p>{row.title}</p> : <FollowUpFields row={row} index={index} />}
        </RowFrame>
      ))}
    </FieldGroup>
  );
}

function FollowUpFields({ row, index }: { row: FollowUpRow; index: number }) {
  const { form, change, view, focus } = useForm();
  const bind = (field: 'title' | 'assignee' | 'due') => ({
    name: `followUps.${index}.${field}`,
    value: row[field],
    error: view.errors[`followUps.${index}.${field}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ type: 'change-follow-up', index, patch: { [field]: event.currentTarget.value } }),
  });
  const me = view.choices.me;
  const staff = [{ value: me, label: 'Me' }, ...view.choices.staff.filter(({ value }) => value !== me)];
  return (
    <div className="row">
      <TextInput
        label="Follow-up"
        wide
        maxLength={300}
        autoFocus={focus === `followUps.${index}.title`}
        {...bind('title')}
        onKeyDown={(event) => {
          const plain =
            event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing;
          if (!plain || row.title.trim() === '') return;
          event.preventDefault();
          if (index === form.followUps.length - 1) change({ type: 'add-follow-up' });
        }}
      />
      <Select label="Assignee" options={staff} {...bind('assignee')} />
      <DateInput label="Due" {...bind('due')} />
    </div>
  );
}
