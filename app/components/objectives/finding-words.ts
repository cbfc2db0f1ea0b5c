import type { ObjectiveCheck, ToldFinding } from '#app/domain/objectives/check-objectives.server.ts';
import { formatDate, type Reading } from '../ui/format.ts';

/** What a list says of a State, as a clause: "has only signed the OPCAT". */
function saysNo({ fact, instrument, status }: ToldFinding): string {
  if (fact === 'signed' || fact === 'bound') {
    if (status === 'denounced') return `has denounced the ${instrument}`;
    return `has signed the ${instrument}, and is not bound by it`;
  }
  if (status === 'designated') return 'has a mechanism that is designated and not yet at work';
  return 'has no designated mechanism';
}

function saysYes({ fact, instrument, since }: ToldFinding, reading: Reading): string {
  const on = since === null ? '' : ` on ${formatDate(since, reading)}`;
  // a date known by its year only is "in", not "on"
  const when = since !== null && since.length < 10 ? ` in ${formatDate(since, reading)}` : on;
  switch (fact) {
    case 'signed':
      return `signed the ${instrument}${when}`;
    case 'bound':
      return `became bound by the ${instrument}${when}`;
    case 'mechanism_designated':
      return `designated its mechanism${when}`;
    case 'mechanism_established':
      return 'has a mechanism that is at work';
    case 'mechanism_functioning':
      return 'has a mechanism that is operational';
  }
}

/** "UNTC, 3 Feb 2026": where a finding is from and how old it is. */
export function findingSource({ source, asOf }: ToldFinding, reading: Reading): string {
  const named = asOf && source.endsWith(asOf) ? source.slice(0, -asOf.length).trim() : source;
  const words = named === '' ? 'source not recorded' : named === 'UNTC' ? 'UN Treaty Collection' : named;
  return asOf ? `${words}, ${formatDate(asOf, reading)}` : words;
}

export function contradictionWords(country: string, finding: ToldFinding): string {
  const later = finding.newer ? ' The move is of a later day: the list may not know yet.' : '';
  return `By the list, ${country} ${saysNo(finding)}.${later}`;
}

export function offerWords(
  country: string,
  { finding }: NonNullable<ObjectiveCheck['offer']>,
  reading: Reading,
): string {
  return `${country} ${saysYes(finding, reading)}.`;
}
