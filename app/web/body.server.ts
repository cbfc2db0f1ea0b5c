import type { IncomingMessage } from 'node:http';
import { FILE_LIMIT } from '#app/domain/attachments/kinds.ts';

/** The most text that a form may carry, all its fields together. */
export const bodyLimit = 3 * 1024 * 1024;

/** Where files are sent to: one of the greatest size, and what stands around it. */
export const uploadLimit = FILE_LIMIT + 256 * 1024;

const patience = 30_000;
const drainTime = 10_000;

export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** The addresses that take files: there the body is read as it comes, by whoever answers. */
export function takesFiles({ pathname }: URL): boolean {
  return pathname.startsWith('/files/on/');
}

/**
 * Reads a request's body whole. Throws BodyTooLarge as soon as the announced length or, for a chunked body,
 * what has arrived passes the limit. One that does not come within half a minute is cut off.
 */
export function readBody(request: IncomingMessage, limit = bodyLimit): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(new BodyTooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const slow = setTimeout(() => request.destroy(), patience);
    const settle = (act: () => void) => {
      clearTimeout(slow);
      act();
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        request.removeAllListeners('data');
        request.pause();
        settle(() => reject(new BodyTooLarge()));
        return;
      }
      chunks.push(chunk);
    });
    request.once('end', () => settle(() => resolve(Buffer.concat(chunks))));
    request.once('error', (error) => settle(() => reject(error)));
    request.once('close', () => settle(() => reject(new Error('The request ended before its body did.'))));
  });
}

/** The body as it comes, a quarter of a megabyte of it in memory. It fails with BodyTooLarge past the limit. */
export function streamBody(request: IncomingMessage, limit = uploadLimit): ReadableStream<Uint8Array> {
  let length = 0;
  let over = false;
  // A slow line may take minutes, a silent one may not.
  request.setTimeout(patience, () => request.destroy());
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (act: () => void) => {
          if (!over) act();
          over = true;
        };
        request.on('data', (chunk: Buffer) => {
          if (over) return;
          length += chunk.length;
          if (length > limit) return end(() => controller.error(new BodyTooLarge()));
          controller.enqueue(new Uint8Array(chunk));
          if ((controller.desiredSize ?? 0) <= 0) request.pause();
        });
        request.once('end', () => end(() => controller.close()));
        request.once('close', () =>
          end(() => controller.error(new Error('The request ended before its body did.'))),
        );
      },
      pull: () => void request.resume(),
      cancel() {
        over = true;
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: bufferedBytes }),
  );
}

const bufferedBytes = 256 * 1024;

/**
 * Lets a body that was answered before its end run out for a while: a browser that is still sending would find a broken
 * line in place of the answer.
 */
export function drainBody(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.removeAllListeners('data');
  request.resume();
  const timer = setTimeout(() => request.destroy(), drainTime);
  request.once('close', () => clearTimeout(timer));
}
