import type { ReactNode } from 'react';

/** Fields that belong together, boxed under a legend. Each `.entry` inside is one of several. */
export function FieldGroup(props: { legend: string; id?: string; acts?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="group" id={props.id}>
      <legend>{props.legend}</legend>
      {props.children}
      {props.acts ? <div className="button-row">{props.acts}</div> : null}
    </fieldset>
  );
}

/** The acts of a form, always in sight; the first is Save. */
export function SaveBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="save">
      {children}
      {note ? (
        <span className="soft" role="status">
          {note}
        </span>
      ) : null}
    </div>
  );
}
