import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const virtualId = 'virtual:document-script';
const developmentUrl = '/assets/document-script.js';

/**
 * Bundles the script of the unhydrated pages into one hashed asset of its own and exports its URL as
 * `virtual:document-script`: Vite would otherwise split it among the chunks of the hydrated pages.
 */
export function documentScript(entry: string): Plugin {
  let serving = false;
  let isServerBuild = false;
  return {
    name: 'document-script',
    configResolved(config) {
      serving = config.command === 'serve';
      isServerBuild = Boolean(config.build.ssr);
    },
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    async load(id) {
      if (id !== `\0${virtualId}`) return undefined;
      if (serving) return `export default ${JSON.stringify(developmentUrl)}`;
      const code = await bundle(entry, true);
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      const fileName = `assets/document-script-${hash}.js`;
      if (!isServerBuild) this.emitFile({ type: 'asset', fileName, source: code });
      return `export default ${JSON.stringify(`/${fileName}`)}`;
    },
    configureServer(server) {
      server.middlewares.use(developmentUrl, async (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(await bundle(entry, false));
      });
    },
  };
}

async function bundle(entry: string, minify: boolean): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify,
    write: false,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}
