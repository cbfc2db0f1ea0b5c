import { Readable } from 'node:stream';
import type { OpenedFile } from '#app/domain/attachments/open-attachment.server.ts';

/** A file as a browser may have it: saved, never shown as a page of ours, whatever is in it. */
export function fileResponse({ name, mediaType, size, content }: OpenedFile): Response {
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      'Content-Length': String(size),
      'Content-Disposition': contentDisposition(name),
      'Content-Security-Policy':
        "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  });
}

/**
 * RFC 6266: the name in ASCII for old clients, and as it is (RFC 5987). Nothing in it can end the header, name a
 * folder or turn the line round.
 */
export function contentDisposition(name: string): string {
  const safe = name
    .replace(/[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Surrogate}/gu, '')
    .replace(/[/\\]/g, '_')
    .replace(/^\.+/, '_');
  const ascii = safe
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["%;]/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
