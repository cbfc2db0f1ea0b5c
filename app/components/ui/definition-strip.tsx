import type { ReactNode } from 'react';
import type { Tone } from './format.ts';

export interface Fact {
  term: string;
  value: ReactNode;
  tone?: Tone;
  /** Source and date, or who and where; shown and printed. */
  note?: ReactNode;
}

/** The few facts that answer "where does it stand", in one line. */
export function DefinitionStrip({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="strip">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd className={fact.tone}>{fact.value}</dd>
          {fact.note ? <dd className="source">{fact.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** All facts of a record, name beside value; facts without a value are left out. */
export function FactList({ facts }: { facts: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) =>
        fact.value === null || fact.value === undefined || fact.value === '' ? null : (
          <FactRow key={fact.term} term={fact.term} value={fact.value} />
        ),
      )}
    </dl>
  );
}

function FactRow({ term, value }: { term: string; value: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}
