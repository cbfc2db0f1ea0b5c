import { useState } from 'react';
import type { Choice, Creation, Search } from './choice.ts';
import { Combobox } from './combobox.tsx';
import { controlProps, Field, splitField } from './field.tsx';
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
  /** Name under which text is posted that was typed and not picked; `name` with ".query" unless given. */
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
  const [carried] = useState(() => carriedText(control.id));
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
        name={queryName(props)}
        initialText={carried.text}
        autoFocus={carried.focused}
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
          <ul aria-label="Picked">
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

/** What was typed before the script came, and whether the reader was still in the field. */
function carriedText(id: string): { text: string; focused: boolean } {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    return { text: '', focused: false };
  return { text: field.value.replace(/\s+/g, ' '), focused: document.activeElement === field };
}

function queryName({ name, queryName: given }: MultiPickerProps): string {
  return given ?? `${name}.query`;
}

function PlainPicker(props: MultiPickerProps) {
  const [field] = splitField<FieldProps>(props);
  const control = controlProps(field);
  const candidates = (props.candidates ?? []).filter(
    (candidate) => !props.picked.some(({ value }) => value === candidate.value),
  );
  const query = {
    ...control,
    name: queryName(props),
    defaultValue: props.query,
    placeholder: props.placeholder,
    autoComplete: 'off',
  };
  return (
    <Field field={field}>
      <div className={field.error ? 'picked invalid' : 'picked'}>
        {props.picked.length > 0 ? (
          <ul aria-label="Picked">
            {props.picked.map((choice) => (
              <li key={choice.value}>{tickable(field.name, choice, true)}</li>
            ))}
          </ul>
        ) : null}
        {props.onPasteLines ? <textarea {...query} rows={1} /> : <input type="text" {...query} />}
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
    </Field>
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
