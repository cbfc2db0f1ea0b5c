import type { TreatyStanding } from '#app/domain/countries/country-standing.server.ts';
import type { MechanismStanding } from '#app/domain/countries/mechanism-standing.ts';
import type { NextReview } from '#app/domain/countries/next-review.ts';
import { formatDate, pluralise, type Reading, type Tone } from '../ui/format.ts';

interface Words {
  words: string;
  tone: Tone;
}

/** What a State is to a treaty. What the lists do not say is unknown, never "no". */
export function treatyWords({ status, boundOn, signedOn }: TreatyStanding, reading: Reading): Words {
  if (status === 'party') return { words: `Party since ${formatDate(boundOn, reading)}`, tone: 'good' };
  if (status === 'signatory') return { words: `Signed ${formatDate(signedOn, reading)}`, tone: 'soon' };
  if (status === 'denounced') return { words: 'Denounced', tone: 'late' };
  return { words: 'unknown', tone: 'plain' };
}

export function mechanismWords(standing: MechanismStanding, reading: Reading): Words {
  switch (standing.kind) {
    case 'operational':
      return { words: 'Operational', tone: 'good' };
    case 'designated':
      return { words: 'Designated', tone: 'soon' };
    case 'partial':
      return { words: 'Partly at work', tone: 'soon' };
    case 'in transition':
      return { words: 'In transition', tone: 'soon' };
    case 'unclear':
      return { words: 'Unclear', tone: 'plain' };
    case 'due':
      return { words: standing.by ? `Due by ${formatDate(standing.by, reading)}` : 'Due', tone: 'soon' };
    case 'late':
      return { words: lateWords(standing.months, reading), tone: 'late' };
    case 'postponed':
      return {
        words: standing.until ? `Postponed until ${formatDate(standing.until, reading)}` : 'Postponed',
        tone: 'soon',
      };
    case 'signed only':
      return { words: 'Not due yet', tone: 'plain' };
    case 'unknown':
      return { words: 'unknown', tone: 'plain' };
  }
}

function lateWords(months: number, reading: Reading): string {
  if (months === 0) return 'Late by less than a month';
  if (months < 24)
    return pluralise(months, { one: 'Late by {n} month', other: 'Late by {n} months' }, reading);
  return pluralise(Math.floor(months / 12), { one: 'Late by {n} year', other: 'Late by {n} years' }, reading);
}

/** The rule behind a date: what the OPCAT asks, and until when. */
export function mechanismRule(standing: MechanismStanding, reading: Reading): string | undefined {
  switch (standing.kind) {
    case 'designated':
      return 'not yet at work';
    case 'due':
      return standing.by
        ? 'a year after entry into force (OPCAT art. 17)'
        : 'by when is unknown (OPCAT art. 17)';
    case 'late':
      return `was due by ${formatDate(standing.by, reading)} (OPCAT art. 17)`;
    case 'postponed':
      return standing.until ? 'declaration under OPCAT art. 24' : 'until when is unknown (OPCAT art. 24)';
    case 'signed only':
      return 'OPCAT signed, not bound';
    default:
      return undefined;
  }
}

export function reviewWords(review: NextReview, reading: Reading): { words: string; note: string } {
  if (review.kind === 'unknown') return { words: 'unknown', note: 'not in the UPR calendar' };
  const session = review.session === null ? `cycle ${review.cycle}` : `session ${review.session}`;
  if (review.kind === 'done') {
    return { words: 'unknown', note: `last UPR: ${session}, ${formatDate(review.on.slice(0, 7), reading)}` };
  }
  return {
    words: `UPR, ${session}`,
    note: review.on ? formatDate(review.on, reading) : (review.notes ?? 'date unknown'),
  };
}
