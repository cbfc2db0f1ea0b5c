/** How long ago is too long: what "since we last met" and lists of partners say by words and colour. */
export type ContactAge = 'recent' | 'ageing' | 'neglected';

const AGEING = 60;
const NEGLECTED = 180;

export function contactAge(days: number): ContactAge {
  return days > NEGLECTED ? 'neglected' : days > AGEING ? 'ageing' : 'recent';
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
