import type { ReactNode } from 'react';

/** Nothing here: why, and what to do next. */
export function EmptyState(props: { title: string; children?: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{props.title}</strong>
      {props.children}
      {props.acts ? <div className="button-row">{props.acts}</div> : null}
    </div>
  );
}
