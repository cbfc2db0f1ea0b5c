import type { ComponentPropsWithoutRef } from 'react';
import { controlProps, Field, splitField } from './field.tsx';
import type { FieldProps } from './field.tsx';

/** Several lines; grows with what is typed. `tall` starts with room for notes. */
export function TextArea({
  tall,
  ...props
}: FieldProps & { tall?: boolean } & Omit<ComponentPropsWithoutRef<'textarea'>, keyof FieldProps>) {
  const [field, rest] = splitField(props);
  return (
    <Field field={field}>
      <textarea
        rows={tall ? 6 : 3}
        className={tall ? 'tall' : undefined}
        {...rest}
        {...controlProps(field)}
      />
    </Field>
  );
}
