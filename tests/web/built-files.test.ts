import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtFiles } from '#app/web/built-files.server.ts';

let server: Server;
let url: string;
const folder = mkdtempSync(join(tmpdir(), 'rapport-built-'));

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/app-abc.js'), 'let a;');
  writeFileSync(join(folder, 'assets/app-abc.js.br'), brotliCompressSync(Buffer.from('let a;')));
  writeFileSync(join(folder, 'robots.txt'), 'none');
  const files = builtFiles(folder);
  server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('gives out what the build made, compressed where that is taken, and again only where it has changed', async () => {
  const file = await fetch(`${url}/assets/app-abc.js?x`, { headers: { 'Accept-Encoding': 'br' } });
  expect(await file.text()).toBe('let a;');
  expect(file.headers.get('Content-Encoding')).toBe('br');
  expect(file.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  expect(file.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  const again = await fetch(`${url}/assets/app-abc.js`, {
    headers: { 'If-None-Match': file.headers.get('ETag') ?? '' },
  });
  expect(again.status).toBe(304);
  const plain = await fetch(`${url}/robots.txt`);
  expect([plain.headers.get('Cache-Control'), plain.headers.get('Content-Encoding')]).toEqual([
    'no-cache',
    null,
  ]);
  expect((await fetch(`${url}/robots.txt`, { method: 'POST' })).status).toBe(404);
});

it.each([
  '/assets/none.js',
  '/assets/',
  '/assets',
  '/',
  '/assets/app-abc.js.br',
  '/..%2f..%2fetc/passwd',
  '/%zz',
])('has nothing at %s', async (path) => {
  expect((await fetch(url + path)).status).toBe(404);
});

it('lives on when another build takes the place of its own, and still has what its pages ask for', async () => {
  rmSync(folder, { recursive: true });
  expect((await fetch(`${url}/assets/app-abc.js`)).status).toBe(200);
  expect((await fetch(`${url}/assets/app-new.js`)).status).toBe(404);
  expect((await fetch(`${url}/robots.txt`)).status).toBe(200);
});
