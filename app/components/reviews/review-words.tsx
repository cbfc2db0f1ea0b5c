import type { ReviewStanding } from '#app/domain/reviews/review-dates.ts';
import { firstDayOf } from '#app/domain/reviews/review-dates.ts';
import { daysFromToday, formatDate, pluralise, type Reading, type Tone } from '../ui/format.ts';
import { SourceNote } from '../ui/source-note.tsx';
import { Tag } from '../ui/tag.tsx';

interface Dated {
  startsOn: string | null;
  endsOn: string | null;
  standing: ReviewStanding;
}

export const STATE_WORDS = { expected: 'Expected', held: 'Held', cancelled: 'Cancelled' } as const;

/** "26 Jan 2027 to 6 Feb 2027", "Feb 2027", "unknown". */
export function reviewDates(
  { startsOn, endsOn }: Pick<Dated, 'startsOn' | 'endsOn'>,
  reading: Reading,
): string {
  const from = formatDate(startsOn, reading);
  return endsOn && endsOn !== startsOn ? `${from} to ${formatDate(endsOn, reading)}` : from;
}

/** Where a review stands today, in words and a tone. */
export function standingWords(review: Dated, reading: Reading): { words: string; tone: Tone } {
  const { standing, startsOn } = review;
  if (standing === 'held') return { words: 'Held', tone: 'good' };
  if (standing === 'cancelled') return { words: 'Cancelled', tone: 'plain' };
  if (standing === 'passed') return { words: 'Day over: was it held?', tone: 'late' };
  if (standing === 'undated' || startsOn === null) return { words: 'No date yet', tone: 'plain' };
  const exact = startsOn.length === 10;
  if (standing === 'under-way') {
    if (exact) return { words: 'Under way', tone: 'soon' };
    return { words: startsOn.length === 7 ? 'Expected this month' : 'Expected this year', tone: 'soon' };
  }
  const days = daysFromToday(firstDayOf(startsOn), reading);
  const words = pluralise(
    days,
    exact
      ? { one: 'In {n} day', other: 'In {n} days' }
      : { one: 'In {n} day at the earliest', other: 'In {n} days at the earliest' },
    reading,
  );
  return { words, tone: days <= 60 ? 'soon' : 'plain' };
}

export function StandingTag({ review, reading }: { review: Dated; reading: Reading }) {
  const { words, tone } = standingWords(review, reading);
  return <Tag tone={tone}>{words}</Tag>;
}

/** Where the date of a review is from, and of when that is. */
export function ReviewSource(props: {
  review: { source: string | null; asOf: string | null };
  reading: Reading;
}) {
  const { source, asOf } = props.review;
  if (source === null) return <span className="source">No source recorded</span>;
  if (asOf !== null) return <SourceNote source={source} asOf={asOf} reading={props.reading} />;
  return <span className="source">{source}, as of an unknown date</span>;
}
