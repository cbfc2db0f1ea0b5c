import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '#tests/accounts.ts';
import type { Agent, Answer } from '#tests/agent.ts';
import { startServer, type TestServer } from '#tests/server.ts';

let server: TestServer;
let officer: Agent;
beforeAll(async () => {
  server = await startServer();
  await createAccount(server.db);
  officer = await server.signIn('officer@example.org');
});
afterAll(() => server?.stop());

const script = readdirSync(new URL('../../build/client/assets', import.meta.url)).find((name) =>
  /^document-script-.*\.js$/.test(name),
);

const kinds: [kind: string, status: number, ask: () => Promise<Answer>][] = [
  ['a page', 200, () => officer.get('/settings')],
  ['a loader answer', 200, () => officer.data('/settings')],
  ['a redirect', 302, () => server.anonymous().get('/')],
  ['a missing page', 404, () => officer.get('/nothing-here')],
  ['a missing file', 404, () => officer.get('/assets/nothing-here.js')],
  ['a file', 200, () => officer.get(`/assets/${script}`)],
  ['a post to a missing page', 404, () => officer.post('/login/nothing')],
  ['a refused post', 403, () => officer.post('/settings', {}, { 'Sec-Fetch-Site': 'cross-site' })],
  ['a form with errors', 400, () => officer.post('/settings', { current: 'x', password: 'y' })],
  ['an unknown method', 405, () => officer.send('/settings', { method: 'PROPFIND' })],
  ['the health check', 200, () => server.anonymous().get('/healthz')],
  ['a used set-up link', 404, () => server.anonymous().get('/setup/abc')],
];

it.each(kinds)('sends every header with %s', async (kind, status, ask) => {
  const { headers, status: answered } = await ask();
  expect(answered).toBe(status);
  expect(headers.get('Content-Security-Policy')).toMatch(
    /^default-src 'none'; script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'$/,
  );
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  expect(headers.get('Cache-Control')).toBe(
    kind === 'a file' ? 'public, max-age=31536000, immutable' : 'no-store',
  );
  expect(headers.get('Strict-Transport-Security')).toBeNull();
});

it('uses a nonce once', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => /nonce="([^"]+)"/.exec((await officer.get('/settings')).text)?.[1]),
  );
  expect(nonces[0]).toBeDefined();
  expect(nonces[0]).not.toBe(nonces[1]);
});

it('sends a document without the framework, and at most 12 kB of script', async () => {
  const page = await officer.get('/settings');
  const scripts = page.text.match(/<script[^>]*>/g) ?? [];
  expect(scripts).toHaveLength(1);
  expect(page.text).not.toContain('modulepreload');
  const file = await fetch(`${server.url}/assets/${script}`, { headers: { 'Accept-Encoding': 'br' } });
  expect(file.headers.get('Content-Encoding')).toBe('br');
  expect(Number(file.headers.get('Content-Length'))).toBeLessThan(12 * 1024);
});

it('encodes nothing of a document for the browser', async () => {
  expect((await officer.data('/settings')).text).not.toContain('officer@example.org');
});

it('answers HEAD like GET, without a body', async () => {
  const answer = await officer.send('/settings', { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(answer.text).toBe('');
});

it('shows the same for anything that is not there', async () => {
  const plain = ({ text }: Answer) => text.replace(/nonce="[^"]+"/g, '');
  expect(plain(await officer.get('/interactions/0123456789'))).toBe(
    plain(await officer.get('/interactions/zzzzzzzzzz')),
  );
});
