/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE_LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĸ: 'k',
  ŧ: 't',
};

/**
 * The form in which names are matched and sorted: lower case, without accents, white space single.
 * The same in every row of every `*_folded` column, on both engines.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðħıŋßæœþĸŧ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The distinct words of some names, folded: what pickers match by their beginning. */
export function foldedWords(...names: string[]): string[] {
  const words = names.flatMap((name) => fold(name).split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words.filter((word) => word !== ''))];
}
