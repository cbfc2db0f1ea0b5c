import { test as base, expect, type BrowserContext } from 'playwright/test';
import { startServer, type ServerOptions, type TestServer } from '#tests/server.ts';

interface Fixtures {
  /** Puts a session of this account into the browser: for tests that are not about signing in. */
  signInAs(email: string): Promise<void>;
  /** Fails the test when the page breaks the content security policy or logs an error. */
  watched: undefined;
}

interface WorkerFixtures {
  serverOptions: ServerOptions;
  /** One built server a worker, on a fresh SQLite database. */
  server: TestServer;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  serverOptions: [{}, { option: true, scope: 'worker' }],
  server: [
    async ({ serverOptions }, use) => {
      const server = await startServer(serverOptions);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  signInAs: async ({ server, context }, use) => {
    await use(async (email) => addSession(context, server, email));
  },
  watched: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        // The browser logs a refused form (400 to 429) and a request that the test cut off as if they were faults.
        if (message.type() === 'error' && !/status of 4\d\d|net::ERR_FAILED/.test(message.text()))
          faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

async function addSession(context: BrowserContext, server: TestServer, email: string): Promise<void> {
  const agent = await server.signIn(email);
  const cookies = [...agent.cookies].map(([name, value]) => ({ name, value, url: server.url }));
  await context.addCookies(cookies);
}
