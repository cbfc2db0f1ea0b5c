import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '#tests/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

/** Seconds until the server closes a connection on which this is sent and nothing more. */
function secondsOpen(sent: string, sockets: Socket[] = []): Promise<number> {
  const { hostname, port } = new URL(server.url);
  const started = Date.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      if (sent !== '') socket.write(sent);
    });
    sockets.push(socket);
    socket.on('data', () => undefined);
    socket.on('error', () => undefined);
    socket.once('close', () => resolve((Date.now() - started) / 1000));
  });
}

const own = 'Host: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n';

it(
  'closes whoever is slow with headers or a body, or says nothing, and answers others meanwhile',
  { timeout: 90_000 },
  async () => {
    const idle: Socket[] = [];
    const waits = Promise.all([
      secondsOpen('GET /login HTTP/1.1\r\nHost: x\r\nX-Slow: '),
      secondsOpen('GET /login HTTP/1.1\r\nHost: x\r\n\r\n'),
      secondsOpen(`POST /login HTTP/1.1\r\n${own}Content-Length: 100\r\n\r\nemail=`),
      secondsOpen(`POST /login HTTP/1.1\r\n${own}Transfer-Encoding: chunked\r\n\r\n5\r\nemail\r\n`),
      Promise.all(Array.from({ length: 1000 }, () => secondsOpen('', idle))).then((all) => Math.max(...all)),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const asked = Date.now();
    expect((await server.anonymous().get('/healthz')).status).toBe(200);
    expect(Date.now() - asked).toBeLessThan(1000);
    const [headers, kept, body, chunked, silent] = await waits;
    expect(headers).toBeLessThan(20);
    expect(kept).toBeLessThan(15);
    expect(body).toBeLessThan(45);
    expect(chunked).toBeLessThan(45);
    expect(silent).toBeLessThan(20);
    expect((await server.anonymous().get('/healthz')).status).toBe(200);
  },
);
