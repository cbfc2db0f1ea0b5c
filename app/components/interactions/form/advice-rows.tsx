import type { AdviceRow } from '#app/domain/interactions/form.ts';
import type { Search } from '../../ui/choice.ts';
import { CheckboxChips } from '../../ui/checkbox-chips.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { MultiPicker } from '../../ui/multi-picker.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useHydrated } from '../../ui/use-hydrated.ts';
import { useForm } from './form-context.ts';
import { partnerOptions } from './partner-options.ts';
import { AddButton, RowFrame, type RowNames } from './row-frame.tsx';

const NAMES: RowNames = { list: 'advice', act: 'advice', word: 'advice' };

/** What we advised, each piece with its subject, its recipients and the provision it rests on. */
export function AdviceRows() {
  const { form } = useForm();
  return (
    <FieldGroup legend="Advice given" id="advice" acts={<AddButton names={NAMES}>Add advice</AddButton>}>
      {form.advice.map((row, index) => (
        <RowFrame key={index} names={NAMES} row={row} index={index}>
          {row.remove === 'yes' ? <p>{row.text}</p> : <AdviceFields row={row} index={index} />}
        </RowFrame>
      ))}
    </FieldGroup>
  );
}

function AdviceFields({ row, index }: { row: AdviceRow; index: number }) {
  const { change, view, focus } = useForm();
  const patch = (part: Partial<AdviceRow>) => change({ type: 'change-advice', index, patch: part });
  const bind = (field: 'text' | 'topic' | 'instrument' | 'provision') => ({
    name: `advice.${index}.${field}`,
    value: row[field],
    error: view.errors[`advice.${index}.${field}`],
    onChange: (event: { currentTarget: { value: string } }) => patch({ [field]: event.currentTarget.value }),
  });
  return (
    <>
      <TextArea label="Advice" rows={2} autoFocus={focus === `advice.${index}.text`} {...bind('text')} />
      <div className="row">
        <Select label="Kind of advice" options={view.choices.topics} {...bind('topic')} />
        <Recipients row={row} index={index} onChoose={(recipients) => patch({ recipients })} />
        <Select
          label="Instrument"
          optional
          blank="None"
          options={view.choices.instruments}
          {...bind('instrument')}
          onChange={(event) => patch({ instrument: event.currentTarget.value, provision: '' })}
        />
        <ProvisionField row={row} {...bind('provision')} />
      </div>
    </>
  );
}

interface ProvisionProps {
  row: AdviceRow;
  name: string;
  value: string;
  error?: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

/** With script only those of the instrument chosen; without it all of them, under their instrument. */
function ProvisionField({ row, ...bound }: ProvisionProps) {
  const { view } = useForm();
  const hydrated = useHydrated();
  const offered = view.choices.provisions.filter(({ group }) => !hydrated || group === row.instrument);
  const options = hydrated ? offered.map(({ value, label }) => ({ value, label })) : offered;
  return (
    <Select
      label="Provision"
      optional
      blank="None"
      options={options}
      disabled={options.length === 0}
      {...bound}
    />
  );
}

/** Nobody named means everybody who took part; one Tab stop, so that it costs nothing to pass it. */
function Recipients(props: { row: AdviceRow; index: number; onChoose: (recipients: string[]) => void }) {
  const { row, index, onChoose } = props;
  const { form, view } = useForm();
  const hydrated = useHydrated();
  const options = partnerOptions(form);
  const name = `advice.${index}.recipients`;
  const field = { name, label: 'Recipients', optional: true, error: view.errors[name] };
  if (!hydrated) {
    return (
      <CheckboxChips
        {...field}
        hint="None ticked: all partners who took part."
        options={options}
        defaultChosen={row.recipients}
      />
    );
  }
  const search: Search = async (text) => {
    const words = text.toLowerCase();
    return options.filter(({ label }) => label.toLowerCase().includes(words));
  };
  return (
    <MultiPicker
      {...field}
      picked={row.recipients.map((value) => ({
        value,
        label: options.find((one) => one.value === value)?.label ?? 'No longer taking part',
      }))}
      onChange={(picked) => onChoose(picked.map(({ value }) => value))}
      search={search}
      placeholder="All partners"
      find={{ name: 'intent', value: 'show' }}
    />
  );
}
