import type { IncomingMessage } from 'node:http';

/** The most that a request may carry: one attachment of the greatest size. */
export const bodyLimit = 25 * 1024 * 1024;

export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/**
 * Reads a request's body whole. Throws BodyTooLarge as soon as the announced length or, for a chunked body,
 * what has arrived passes the limit.
 */
export function readBody(request: IncomingMessage, limit = bodyLimit): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(new BodyTooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        request.removeAllListeners('data');
        request.pause();
        reject(new BodyTooLarge());
        return;
      }
      chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The request ended before its body did.')));
  });
}
