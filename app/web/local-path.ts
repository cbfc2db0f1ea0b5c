const base = 'http://here.invalid';

/**
 * A path on this server to go to after an act, or `fallback` for anything that a browser could take elsewhere:
 * `//evil`, `/\evil`, control characters that browsers drop, and the encoded forms of these.
 */
export function localPath(to: unknown, fallback = '/'): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 2000) return fallback;
  if (/[\p{Cc}\p{Cf}\\\s]/u.test(to) || /^\/(?:\/|%2f|%5c|%09|%0[ad])/i.test(to)) return fallback;
  if (!URL.canParse(to, base)) return fallback;
  const url = new URL(to, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
