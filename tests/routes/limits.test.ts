import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '#tests/accounts.ts';
import { startServer, type TestServer } from '#tests/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await createAccount(server.db);
});
afterAll(() => server?.stop());

const megabyte = 1024 * 1024;
const own = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' };

/** Posts until it is answered; without a length the body is sent in chunks. */
function pour(headers: Record<string, string>, megabytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.url}/login`, { method: 'POST', headers: { ...own, ...headers } });
    let answered = false;
    outgoing.once('response', (response) => {
      answered = true;
      resolve(response.statusCode ?? 0);
      outgoing.destroy();
    });
    outgoing.once('error', (error) => (answered ? undefined : reject(error)));
    const chunk = Buffer.alloc(megabyte, 'x');
    const next = (left: number) => {
      if (left === 0 || answered) outgoing.end();
      else outgoing.write(chunk, () => next(left - 1));
    };
    next(megabytes);
  });
}

it('refuses more than 25 MB within a second, announced or not', async () => {
  const started = Date.now();
  expect(await pour({ 'Content-Length': String(26 * megabyte) }, 0).catch(() => 413)).toBe(413);
  expect(await pour({}, 40)).toBe(413);
  expect(Date.now() - started).toBeLessThan(2000);
  expect((await server.anonymous().get('/healthz')).status).toBe(200);
});

it('refuses ten megabytes of text in a form', async () => {
  const started = Date.now();
  const answer = await server.anonymous().post('/login', { email: 'x'.repeat(10 * megabyte), password: 'y' });
  expect(answer.status).toBe(413);
  expect(Date.now() - started).toBeLessThan(1000);
});

it.each([
  'GET //evil.example/ HTTP/1.1',
  'GET http://evil.example/ HTTP/1.1',
  'GET /%zz HTTP/1.1',
  'GET /\u0001 HTTP/1.1',
])('answers %j without an error of its own', async (line) => {
  const status = await new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.once('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
    socket.once('error', reject);
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

it('changes nothing on a post from elsewhere', async () => {
  const officer = await server.signIn('officer@example.org');
  const answer = await officer.post(
    '/logout',
    {},
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
  );
  expect(answer.status).toBe(403);
  expect((await officer.get('/settings')).status).toBe(200);
});
