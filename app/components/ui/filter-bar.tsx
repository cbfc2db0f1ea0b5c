import type { ReactNode } from 'react';
import { Button } from './button.tsx';

export interface ActiveFilter {
  /** The filter in words: "West Africa", "Since 1 Nov 2026". */
  label: string;
  /** The same page without it. */
  removeHref: string;
}

export interface AddableFilter {
  key: string;
  label: string;
  /** The fields of its small form, named by the words of the query string. */
  fields: ReactNode;
  /** The names those fields set, so that they are not carried twice. */
  names: readonly string[];
}

/** What is filtered, each with its way out, and what can be added: small GET forms that need no script. */
export function FilterBar(props: {
  /** Path of the page, without query. */
  action: string;
  active: readonly ActiveFilter[];
  addable: readonly AddableFilter[];
  /** The query as it stands, without paging; carried along by every form. */
  query: readonly (readonly [name: string, value: string])[];
  clearHref?: string;
}) {
  return (
    <div className="filters" role="group" aria-label="Filters">
      {props.active.map((filter) => (
        <a key={filter.removeHref} className="chip on" href={filter.removeHref}>
          <span className="unseen">Remove filter</span> {filter.label} <span aria-hidden="true">✕</span>
        </a>
      ))}
      {props.addable.map((filter) => (
        <details key={filter.key} className="add-filter" {...{ name: 'add-filter' }}>
          <summary className="chip">
            <span aria-hidden="true">+</span> {filter.label}
          </summary>
          <form method="get" action={props.action}>
            {props.query
              .filter(([name]) => !filter.names.includes(name))
              .map(([name, value]) => (
                <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
              ))}
            {filter.fields}
            <Button type="submit" look="main">
              Show these
            </Button>
          </form>
        </details>
      ))}
      {props.clearHref && props.active.length > 0 ? (
        <a className="button quiet" href={props.clearHref}>
          Clear
        </a>
      ) : null}
    </div>
  );
}
