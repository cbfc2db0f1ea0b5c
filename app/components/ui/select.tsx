import type { ComponentPropsWithoutRef } from 'react';
import { controlProps, Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';

export interface Option {
  value: string;
  label: string;
  /** Options of the same group stand under its name; keep them together in the list. */
  group?: string;
}

/** One of a list. `blank` is the words of the empty first option. */
export function Select({
  options,
  blank,
  ...props
}: FieldProps & { options: readonly Option[]; blank?: string } & Omit<
    ComponentPropsWithoutRef<'select'>,
    keyof FieldProps | 'children'
  >) {
  const [field, rest] = splitField(props);
  return (
    <Field field={field}>
      <select {...rest} {...controlProps(field)}>
        {blank === undefined ? null : <option value="">{blank}</option>}
        <Options options={options} />
      </select>
    </Field>
  );
}

/** The options by themselves, for a bare select in a filter. */
export function Options({ options }: { options: readonly Option[] }) {
  const groups = new Map<string | undefined, Option[]>();
  for (const option of options) {
    const members = groups.get(option.group);
    if (members) members.push(option);
    else groups.set(option.group, [option]);
  }
  return (
    <>
      {[...groups].map(([group, members]) => {
        const items = members.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ));
        return group ? (
          <optgroup key={group} label={group}>
            {items}
          </optgroup>
        ) : (
          items
        );
      })}
    </>
  );
}
