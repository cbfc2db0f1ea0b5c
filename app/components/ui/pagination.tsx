import type { ReactNode } from 'react';
import { LinkButton } from './button.tsx';

/** Keyset paging: there are neighbours, no page numbers. `note` says the order or the count. */
export function Pagination(props: {
  note?: ReactNode;
  newerHref?: string | null;
  olderHref?: string | null;
  /** Lists by name or by date due have other words for their neighbours. */
  newerLabel?: string;
  olderLabel?: string;
}) {
  return (
    <nav className="pager" aria-label="Pages">
      <span>{props.note}</span>
      <span>
        {props.newerHref ? (
          <LinkButton href={props.newerHref} rel="prev">
            <span aria-hidden="true">←</span> {props.newerLabel ?? 'Newer'}
          </LinkButton>
        ) : null}
        {props.olderHref ? (
          <LinkButton href={props.olderHref} rel="next">
            {props.olderLabel ?? 'Older'} <span aria-hidden="true">→</span>
          </LinkButton>
        ) : null}
      </span>
    </nav>
  );
}
