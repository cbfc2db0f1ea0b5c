// Builds everything under build/: the pages (Remix through Vite), the server and the database command (esbuild),
// and the compressed twins of the files that browsers load.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;

const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js');
const result = spawnSync(process.execPath, [remix, 'vite:build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
if (result.status !== 0) process.exit(result.status ?? 1);

await build({
  absWorkingDir: root,
  entryPoints: {
    server: 'app/server.ts',
    db: 'scripts/db.ts',
    'extract-text': 'app/domain/attachments/extraction/extract-text.ts',
  },
  outdir: 'build',
  outExtension: { '.js': '.js' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
  external: ['./server/index.js'],
  sourcemap: 'linked',
  loader: { '.txt': 'text' },
});

const assets = join(root, 'build/client/assets');
for (const name of readdirSync(assets)) {
  if (!/\.(?:js|css|svg|json|txt)$/.test(name)) continue;
  const path = join(assets, name);
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
}
