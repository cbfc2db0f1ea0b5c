import type { Reading } from './format.ts';
import { formatDate } from './format.ts';

/** Where a fact is from and how old it is: "UN Treaty Collection, 3 Feb 2026". Printed with the fact. */
export function SourceNote(props: {
  source: string;
  asOf: string | null;
  href?: string | null;
  reading: Reading;
}) {
  return (
    <span className="source">
      {props.href ? (
        <a href={props.href} rel="noreferrer">
          {props.source}
        </a>
      ) : (
        props.source
      )}
      , {formatDate(props.asOf, props.reading)}
    </span>
  );
}
