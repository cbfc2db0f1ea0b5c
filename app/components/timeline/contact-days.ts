import { contactAge } from '#app/domain/countries/contact-age.ts';
import { daysFromToday, formatDaysSince, type Reading, type Tone } from '../ui/format.ts';

export const AGE_TONES: Record<ReturnType<typeof contactAge>, Tone> = {
  recent: 'good',
  ageing: 'soon',
  neglected: 'late',
};

/** How long ago the last contact was, in words and colour. */
export function contactWords(on: string | null, reading: Reading): { words: string; tone: Tone } {
  if (on === null) return { words: 'none', tone: 'plain' };
  const age = contactAge(-daysFromToday(on, reading));
  return { words: formatDaysSince(on, reading), tone: AGE_TONES[age] };
}
