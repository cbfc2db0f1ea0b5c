import type { ReactNode } from 'react';

export type Span = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;

/** A titled box; in a `.grid` it takes `span` of twelve columns. */
export function Panel(props: {
  title: string;
  /** A few words after the title: what is counted, since when. */
  note?: ReactNode;
  act?: ReactNode;
  foot?: ReactNode;
  span?: Span;
  id?: string;
  children: ReactNode;
}) {
  return (
    <section id={props.id} className={props.span ? `panel c${props.span}` : 'panel'}>
      <div className="panel-head">
        <h2>
          {props.title}
          {props.note ? <small>{props.note}</small> : null}
        </h2>
        {props.act}
      </div>
      {props.children}
      {props.foot ? <p className="panel-foot">{props.foot}</p> : null}
    </section>
  );
}
