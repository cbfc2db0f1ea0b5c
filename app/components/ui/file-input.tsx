import type { ComponentPropsWithoutRef } from 'react';
import { controlProps, Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';

/** The browser's own way to choose a file. */
export function FileInput(
  props: FieldProps & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type'>,
) {
  const [field, rest] = splitField(props);
  return (
    <Field field={field}>
      <input type="file" {...rest} {...controlProps(field)} />
    </Field>
  );
}
