import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import type { FileAnswer } from './listener.server.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const TWINS = [
  { ending: '.br', encoding: 'br', asked: /\bbr\b/ },
  { ending: '.gz', encoding: 'gzip', asked: /\bgzip\b/ },
];

interface BuiltFile {
  bytes: Buffer;
  type: string;
  etag: string;
  twins: { bytes: Buffer; encoding: string; asked: RegExp }[];
}

/**
 * Answers from the files that the build made for browsers, read once: a page goes on asking for the files of the build
 * it came from, whatever is built beside it later. They never change under their names, save those outside /assets/.
 */
export function builtFiles(folder: string): FileAnswer {
  const files = readFiles(folder);
  return (request, response, next) => {
    const file = files.get(pathOf(request));
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    send(request, response, file);
  };
}

function readFiles(folder: string): Map<string, BuiltFile> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const bytesOf = new Map(names.map((name) => [name, readFileSync(name)]));
  const files = new Map<string, BuiltFile>();
  for (const [name, bytes] of bytesOf) {
    if (TWINS.some(({ ending }) => name.endsWith(ending))) continue;
    const twins = TWINS.flatMap(({ ending, encoding, asked }) => {
      const twin = bytesOf.get(name + ending);
      return twin ? [{ bytes: twin, encoding, asked }] : [];
    });
    const path = `/${name.slice(join(folder, '/').length).replaceAll('\\', '/')}`;
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    files.set(path, { bytes, etag, twins, type: TYPES[extname(name)] ?? 'application/octet-stream' });
  }
  return files;
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

function send(request: IncomingMessage, response: ServerResponse, file: BuiltFile): void {
  response.setHeader('ETag', file.etag);
  if (file.twins.length > 0) response.setHeader('Vary', 'Accept-Encoding');
  const lasting = pathOf(request).startsWith('/assets/');
  response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const wanted = String(request.headers['accept-encoding'] ?? '');
  const twin = file.twins.find(({ asked }) => asked.test(wanted));
  if (twin) response.setHeader('Content-Encoding', twin.encoding);
  const { bytes } = twin ?? file;
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
