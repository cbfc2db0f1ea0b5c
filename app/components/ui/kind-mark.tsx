import type { CalendarNoun } from '#app/domain/calendar/entry.ts';

/** The mark of what stands in a calendar (drawn by CSS), always beside the word for it. */
export function KindMark({ noun }: { noun: CalendarNoun }) {
  return <span className={`kind-mark ${noun.replace('_', '-')}`} aria-hidden="true" />;
}
