import type { ComponentPropsWithoutRef } from 'react';
import { controlProps, Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';

/** One line of text; also type="email", "password", "search", "number". */
export function TextInput(props: FieldProps & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps>) {
  const [field, rest] = splitField(props);
  return (
    <Field field={field}>
      <input type="text" autoComplete="off" {...rest} {...controlProps(field)} />
    </Field>
  );
}

/** The browser's own date field; its value is YYYY-MM-DD. */
export function DateInput(
  props: FieldProps & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type'>,
) {
  const [field, rest] = splitField(props);
  return (
    <Field field={field}>
      <input type="date" max="2999-12-31" {...rest} {...controlProps(field)} />
    </Field>
  );
}
