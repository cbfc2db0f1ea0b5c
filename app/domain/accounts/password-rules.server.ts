import { commonPasswords } from './common-passwords.server.ts';

export const shortestPassword = 12;
export const longestPassword = 200;

/**
 * Why a new password is not taken, in words, or undefined where it is. Length counts, not kinds of characters:
 * what is refused is what an attacker tries first. `about`: the person's own words, such as name and e-mail.
 */
export function passwordFault(password: string, about: readonly string[] = []): string | undefined {
  const length = [...password].length;
  if (length < shortestPassword) {
    return `Use at least ${shortestPassword} characters; a few words in a row are easy to remember.`;
  }
  if (length > longestPassword) return `Use at most ${longestPassword} characters.`;
  if (isWidelyUsed(password)) return 'This password is among the first that people try. Choose another.';
  if (isPattern(password)) return 'This password repeats or follows a simple pattern. Choose another.';
  if (isAbout(password, about)) return 'This password is mostly your own name or e-mail. Choose another.';
  return undefined;
}

function isWidelyUsed(password: string): boolean {
  const plain = password.toLowerCase();
  const core = plain.replace(/^[\d\W_]+|[\d\W_]+$/g, '');
  const decoration = plain.length - core.length;
  // "password2026!" is "password" with what everybody adds
  return commonPasswords.has(plain) || (core.length >= 8 && decoration <= 8 && commonPasswords.has(core));
}

function isPattern(password: string): boolean {
  if (/^(.{1,6})\1+.{0,5}$/su.test(password) || new Set(password).size < 5) return true;
  const codes = [...password].map((letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const even = steps.filter((step) => Math.abs(step) === 1 || step === 0).length;
  return even >= steps.length * 0.8;
}

function isAbout(password: string, about: readonly string[]): boolean {
  const words = about
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  return [...rest].length < 6;
}
