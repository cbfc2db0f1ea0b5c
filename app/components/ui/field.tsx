import type { ReactNode } from 'react';

export interface FieldProps {
  /** Name in the form; the id too, unless one is given. */
  name: string;
  id?: string;
  label: string;
  hint?: ReactNode;
  /** Says what to do, in a whole sentence. */
  error?: string;
  /** Marks the field with the word; fields without it are required. */
  optional?: boolean;
  /** Two columns wide in a `.row`. */
  wide?: boolean;
}

/** What a control must carry so that hint and error are read out with it. */
export function controlProps({ name, id = name, hint, error, optional }: FieldProps) {
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': optional ? undefined : (true as const),
  };
}

/** Label above, control, error and hint under it. */
export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  const id = field.id ?? field.name;
  return (
    <div className={field.wide ? 'field wide' : 'field'}>
      <div className="field-head">
        <label htmlFor={id}>{field.label}</label>
        {field.optional ? <span className="optional">optional</span> : null}
      </div>
      {children}
      <FieldNotes id={id} hint={field.hint} error={field.error} />
    </div>
  );
}

/** For several controls under one name: checkboxes, a from and a to. */
export function FieldSet({ field, children }: { field: FieldProps; children: ReactNode }) {
  const id = field.id ?? field.name;
  const { 'aria-describedby': describedBy } = controlProps(field);
  return (
    <div
      role="group"
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      className={field.wide ? 'field wide' : 'field'}
    >
      <div className="field-head">
        <span className="label" id={`${id}-label`}>
          {field.label}
        </span>
        {field.optional ? <span className="optional">optional</span> : null}
      </div>
      {children}
      <FieldNotes id={id} hint={field.hint} error={field.error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {error ? (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </>
  );
}

/** Parts the words of a field from the attributes of its control. */
export function splitField<Props extends FieldProps>(
  props: Props,
): [FieldProps, Omit<Props, keyof FieldProps>] {
  const { name, id, label, hint, error, optional, wide, ...rest } = props;
  return [{ name, id, label, hint, error, optional, wide }, rest];
}
