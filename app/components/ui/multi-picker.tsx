import { useState } from 'react';
import type { Choice, Creation, Search } from './choice.ts';
import { Combobox } from './combobox.tsx';
import { controlProps, Field, FieldSet, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { Button } from './button.tsx';
import { useHydrated } from './use-hydrated.ts';

export interface MultiPickerProps extends FieldProps {
  /** What is picked. With `onChange` the caller keeps it, without the picker does. */
  picked: readonly Choice[];
  onChange?: (picked: Choice[]) => void;
  search: Search;
  creation?: Creation;
  onPasteLines?: (lines: string[]) => void;
  placeholder?: string;
  /** At most this many, 1 for a single choice. */
  most?: number;
  /** Without script: the button that asks the server to look up what was typed. */
  find: { name: string; value: string };
  /** Name of the text typed, without script. */
  queryName?: string;
  /** Without script: the text last looked up, and what was found. */
  query?: string;
  candidates?: readonly Choice[];
}

/**
 * Picks several people, partners, countries or colleagues. Posts one `name` for each, `value` as given.
 * With script a combobox with chips; without, checkboxes, a text field and a button "Find".
 */
export function MultiPicker(props: MultiPickerProps) {
  return useHydrated() ? <LivePicker {...props} /> : <PlainPicker {...props} />;
}

function LivePicker(props: MultiPickerProps) {
  const [field] = splitField<FieldProps>(props);
  const [own, setOwn] = useState<readonly Choice[]>(props.picked);
  const picked = props.onChange ? props.picked : own;
  const control = controlProps(field);
  const full = props.most !== undefined && picked.length >= props.most;

  function change(next: Choice[]) {
    if (props.onChange) props.onChange(next);
    else setOwn(next);
  }

  function add(choice: Choice) {
    if (picked.some(({ value }) => value === choice.value)) return;
    change(full ? [...picked.slice(0, -1), choice] : [...picked, choice]);
  }

  function remove(choice: Choice) {
    change(picked.filter(({ value }) => value !== choice.value));
    document.getElementById(control.id)?.focus();
  }

  return (
    <Field field={field}>
      <Combobox
        id={control.id}
        search={props.search}
        onPick={add}
        creation={props.creation}
        without={picked.map(({ value }) => value)}
        onBackspace={() => change(picked.slice(0, -1))}
        onPasteLines={props.onPasteLines}
        placeholder={picked.length === 0 ? props.placeholder : undefined}
        describedBy={control['aria-describedby']}
        invalid={Boolean(field.error)}
        required={!field.optional}
      >
        {picked.length > 0 ? (
          <ul aria-label={`${field.label}, picked`}>
            {picked.map((choice) => (
              <li key={choice.value} className={choice.fresh ? 'person new' : 'person'}>
                <span>
                  {choice.label}
                  {choice.detail ? <small>{choice.detail}</small> : null}
                </span>
                <input type="hidden" name={field.name} value={choice.value} />
                <button type="button" aria-label={`Remove ${choice.label}`} onClick={() => remove(choice)}>
                  ✕
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </Combobox>
    </Field>
  );
}

function PlainPicker(props: MultiPickerProps) {
  const [field] = splitField<FieldProps>(props);
  const { id, ...control } = controlProps(field);
  const candidates = (props.candidates ?? []).filter(
    (candidate) => !props.picked.some(({ value }) => value === candidate.value),
  );
  const queryId = `${id}-query`;
  return (
    <FieldSet field={field}>
      <div className={field.error ? 'picked invalid' : 'picked'}>
        {props.picked.length > 0 ? (
          <ul aria-label={`${field.label}, picked`}>
            {props.picked.map((choice) => (
              <li key={choice.value}>{tickable(field.name, choice, true)}</li>
            ))}
          </ul>
        ) : null}
        <input
          id={queryId}
          type="text"
          name={props.queryName ?? `${field.name}.query`}
          defaultValue={props.query}
          placeholder={props.placeholder}
          autoComplete="off"
          aria-label={field.label}
          aria-describedby={control['aria-describedby']}
          aria-invalid={control['aria-invalid']}
        />
        <Button type="submit" small name={props.find.name} value={props.find.value} formNoValidate>
          Find
        </Button>
      </div>
      {candidates.length > 0 ? (
        <div className="candidates" role="group" aria-label="Found: tick those you mean">
          <p className="small">Found: tick those you mean.</p>
          <div className="chips">{candidates.map((choice) => tickable(field.name, choice, false))}</div>
        </div>
      ) : null}
      {props.query && candidates.length === 0 ? (
        <p className="hint">Nothing found for “{props.query}”.</p>
      ) : null}
    </FieldSet>
  );
}

function tickable(name: string, choice: Choice, ticked: boolean) {
  return (
    <label key={choice.value} className={choice.fresh ? 'person new' : 'person'}>
      <span>
        {choice.label}
        {choice.detail ? <small>{choice.detail}</small> : null}
      </span>
      <input type="checkbox" name={name} value={choice.value} defaultChecked={ticked} />
    </label>
  );
}
