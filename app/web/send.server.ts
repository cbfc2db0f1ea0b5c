import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';

const zip = promisify(gzip);
const zipOptions = { level: 4, finishFlush: constants.Z_FINISH };
const compressible = /^(?:text\/|application\/(?:json|javascript|xml)|image\/svg)/;

interface Sent {
  answer: Response;
  /** What `answer` would carry, where it was rendered here: on its way through a Response text is copied four times. */
  text: string | undefined;
  cookies: readonly string[];
}

/**
 * Sends a fetch Response over Node's. Pages and loader answers are gathered and sent with their length; what
 * else has a body is streamed. Both are compressed where the client takes gzip.
 */
export async function sendResponse(
  request: IncomingMessage,
  response: ServerResponse,
  { answer, text, cookies }: Sent,
): Promise<void> {
  response.statusCode = answer.status;
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value);
  });
  const setCookies = [...answer.headers.getSetCookie(), ...cookies];
  if (setCookies.length > 0) response.setHeader('Set-Cookie', setCookies);

  const type = answer.headers.get('Content-Type') ?? '';
  const empty = answer.body === null && text === undefined;
  const zipped = !empty && mayCompress(request, type, answer);
  if (compressible.test(type)) response.setHeader('Vary', 'Accept-Encoding');
  if (zipped) response.setHeader('Content-Encoding', 'gzip');

  if (empty || request.method === 'HEAD') {
    // an answer that is made as it is read must stop being made
    await answer.body?.cancel();
    response.end();
    return;
  }
  if (/^text\/(?:html|x-script|plain)|^application\/json/.test(type)) {
    const bytes = text === undefined ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(text);
    const body = zipped ? await zip(bytes, zipOptions) : bytes;
    response.setHeader('Content-Length', body.length);
    response.end(body);
    return;
  }
  const body = Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  await (zipped ? pipeline(body, createGzip(zipOptions), response) : pipeline(body, response));
}

function mayCompress(request: IncomingMessage, type: string, answer: Response): boolean {
  if (answer.headers.has('Content-Encoding')) return false;
  return compressible.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}
