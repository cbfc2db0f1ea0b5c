/**
 * A colleague named in notes so that they are told: `@[Amina Diallo](k3v9x0w2ab)`, the name and the account's ref. The
 * text stays readable as it is typed, in files and in the history; pages show the name as a mark.
 */
export interface Mentionable {
  ref: string;
  name: string;
}

/** At the start of a text: the name and the ref. */
export const MENTION_START = /^@\[([^\]\n]{1,200})\]\(([0-9a-hjkmnp-tv-z]{10})\)/;

const MENTIONS = /@\[([^\]\n]{1,200})\]\(([0-9a-hjkmnp-tv-z]{10})\)/g;

export function mentionOf({ name, ref }: Mentionable): string {
  return `@[${name.replace(/[\]\n]/g, ' ')}](${ref})`;
}

/** The refs that a text mentions, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(MENTIONS)].map((match) => match[2] ?? ''))];
}

/** The text with names in place of mentions, for those who do not see marks. */
export function withPlainMentions(text: string): string {
  return text.replace(MENTIONS, (_whole, name: string) => `@${name}`);
}

/**
 * What was typed as "@Amina Diallo" becomes a mention, where exactly one colleague has that name: so that it works
 * without a script that offers names. Anything else after an @ stays as it is.
 */
export function withTypedMentions(text: string, colleagues: readonly Mentionable[]): string {
  const known = [...colleagues].sort((a, b) => b.name.length - a.name.length);
  return text.replace(/(?<![\p{L}\p{N}@])@(?=\p{L})[^@\n]{1,200}/gu, (typed) => {
    const said = typed.slice(1).toLowerCase();
    const [longest] = known.filter(({ name }) => isWholeStart(said, name.toLowerCase()));
    const same = known.filter(({ name }) => name.toLowerCase() === longest?.name.toLowerCase());
    if (!longest || same.length > 1) return typed;
    return mentionOf(longest) + typed.slice(1 + longest.name.length);
  });
}

function isWholeStart(said: string, name: string): boolean {
  return said.startsWith(name) && !/^[\p{L}\p{N}]/u.test(said.slice(name.length));
}
