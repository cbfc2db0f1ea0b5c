/**
 * How alike two folded names are, from 0 to 1: the share of the words of the shorter that the other has too.
 * A word counts where it is the same, the beginning of the other ("Esso" for "Essossinam"), or a slip away.
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const [short, long] = one.length <= other.length ? [one, [...other]] : [other, [...one]];
  if (short.length === 0) return 0;
  let sum = 0;
  for (const word of short) {
    let best = 0;
    let place = -1;
    long.forEach((candidate, index) => {
      const alike = wordLikeness(word, candidate);
      if (alike > best) [best, place] = [alike, index];
    });
    if (place >= 0) long.splice(place, 1);
    sum += best;
  }
  // What the longer name has beyond the shorter makes them a little less alike.
  return sum / short.length - long.length * 0.02;
}

/** So alike that somebody should look: every word of the shorter name has its counterpart. */
export const LIKELY_SAME = 0.8;

function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.startsWith(short)) return 0.92;
  const slips = short.length >= 8 ? 2 : short.length >= 4 ? 1 : 0;
  return slips > 0 && distance(short, long) <= slips ? 0.86 : 0;
}

/** Insertions, deletions, changes and swapped neighbours between two words. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
