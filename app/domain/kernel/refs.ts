const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Source of random bytes: the operating system's in production, a seeded one for demo data. */
export type RandomBytes = (length: number) => Uint8Array;

/** Ten characters of Crockford's base 32 (50 bits): what stands for a record outside the server. */
export function makeRef(random: RandomBytes): string {
  return Array.from(random(10), (byte) => ALPHABET[byte & 31]).join('');
}

export function isRef(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{10}$/.test(text);
}
