import type { FactSource } from '#app/domain/countries/country-standing.server.ts';
import { formatDate, type Reading } from '../ui/format.ts';

/** Where a fact is from and how old it is, and whether it needs checking before anybody quotes it. */
export function FactNote({ fact, reading }: { fact: FactSource | null | undefined; reading: Reading }) {
  if (!fact) return <span className="source">no entry in the lists loaded</span>;
  return (
    <span className="source">
      {sourceWords(fact, reading)}
      {fact.confidence === 'recalled' ? (
        <span className="soon"> · recalled: check before quoting</span>
      ) : null}
      {fact.confidence === 'inferred' ? ' · inferred' : null}
    </span>
  );
}

/** The day that a source names itself is not said twice. */
function sourceWords({ source, asOf }: FactSource, reading: Reading): string {
  const named = asOf && source.endsWith(asOf) ? source.slice(0, -asOf.length).trim() : source;
  const words = named === '' ? 'source not recorded' : named === 'UNTC' ? 'UN Treaty Collection' : named;
  return asOf ? `${words}, ${formatDate(asOf, reading)}` : words;
}
