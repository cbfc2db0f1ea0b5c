/** True where every folded word begins a word of one of a country's names, in whatever language. */
export function isNamed({ namesFolded }: { namesFolded: string }, words: readonly string[]): boolean {
  const known = namesFolded.split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => known.some((one) => one.startsWith(word)));
}
