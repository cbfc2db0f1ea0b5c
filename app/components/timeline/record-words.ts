import type { Level } from '../ui/level-mark.tsx';

/** What a record is called in a list. The words of a sealed one are read only on its own page. */
export function recordTitle({ level }: { level: Level }, words: string): string {
  return level === 'sealed' ? 'Sealed record' : words;
}

/** The first few names, and how many more there are. */
export function fewNames(names: readonly string[], most = 2): string {
  const more = names.length - most;
  return [...names.slice(0, most), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
