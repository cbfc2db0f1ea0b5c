import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { ViteDevServer } from 'vite';
import { makeFirstSetupLink } from '#app/domain/accounts/set-up-first-account.server.ts';
import { forgetOldAttempts } from '#app/domain/accounts/sign-in-throttle.server.ts';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import { appKeyFor } from '#app/web/app-key.server.ts';
import { filesDirectory, readConfig, type Config } from '#app/web/config.server.ts';
import { mailSettings } from '#app/web/mail-settings.server.ts';
import { startSchedule } from '#app/web/schedule.server.ts';
import { builtFiles } from '#app/web/built-files.server.ts';
import { mapDomainErrors } from '#app/web/domain-errors.server.ts';
import { createListener } from '#app/web/listener.server.ts';
import { bySection } from '#app/web/sections.server.ts';
import { openReadyDatabase } from '#app/web/start-database.server.ts';
import { pathTo } from '#app/paths.ts';
import { stopGracefully } from '#app/web/stop.server.ts';

process.on('unhandledRejection', (error) => {
  process.stderr.write(`${JSON.stringify({ level: 'error', error: String(error) })}\n`);
});

try {
  await start(readConfig(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const keys = deriveKeys(appKeyFor(config));
  const settings = mailSettings(config);
  const db = await openReadyDatabase(config);
  await forgetOldAttempts(db, new Date());
  const setupToken = await makeFirstSetupLink(db, new Date());
  const vite = process.env.NODE_ENV === 'development' ? await startVite() : undefined;
  const listener = createListener({
    config,
    files: vite ? vite.middlewares : builtFiles(new URL('./client', import.meta.url).pathname),
    render: await remixHandler(vite),
    common: { db, keys, config },
  });
  const server = createServer(
    // A file on a bad line takes minutes; what is no file has half a minute (body.server.ts).
    // Node looks only every half minute whether somebody is late, unless told otherwise.
    {
      requestTimeout: 900_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 2_000,
    },
    listener,
  );
  server.listen(config.port, config.host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    const origin = config.baseUrl ?? `http://${config.host}:${port}`;
    if (setupToken !== undefined) {
      console.log(
        `No account yet: make the first one within 24 hours at ${origin}${pathTo.setUp(setupToken)}`,
      );
    }
    console.log(`Rapport answers on ${origin}`);
  });
  const stopSchedule = startSchedule(db, keys, settings, filesDirectory(config));
  stopGracefully(server, async () => {
    await vite?.close();
    await stopSchedule();
    await db.destroy();
  });
}

async function startVite(): Promise<ViteDevServer> {
  const { createServer: createViteServer } = await import('vite');
  return createViteServer({ server: { middlewareMode: true } });
}

async function remixHandler(vite: ViteDevServer | undefined) {
  if (vite) {
    return createRequestHandler(async () => {
      const build = await vite.ssrLoadModule('virtual:remix/server-build');
      return mapDomainErrors(build as ServerBuild);
    }, 'development');
  }
  const path = new URL('./server/index.js', import.meta.url);
  if (!existsSync(path)) throw new Error('The build is missing: run "npm run build" first.');
  const build: ServerBuild = await import(path.href);
  return bySection(mapDomainErrors(build), (part) => createRequestHandler(part, 'production'));
}
