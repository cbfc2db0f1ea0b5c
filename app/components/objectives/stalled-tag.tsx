import { STALLS_AFTER } from '#app/domain/objectives/stalled.ts';
import { pluralise, type Reading } from '../ui/format.ts';
import { Tag } from '../ui/tag.tsx';

/** "Stalled for 214 days"; nothing while it moves. */
export function StalledTag({ days, reading }: { days: number | null; reading: Reading }) {
  if (days === null || days < STALLS_AFTER) return null;
  return (
    <Tag tone="soon">
      {pluralise(days, { one: 'stalled for {n} day', other: 'stalled for {n} days' }, reading)}
    </Tag>
  );
}
