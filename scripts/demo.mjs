// npm run demo: installs, builds, fills var/demo with reference and demo data, and serves it. `-- --reset` starts over.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { runNode } from './run-node.mjs';

const directory = join(root, 'var/demo');
const accounts = ['officer', 'manager', 'writer', 'admin', 'outsider'].map((name) => `${name}@demo.example`);

await bootstrap();
if (process.argv.includes('--reset')) {
  console.log('Starting over: removing var/demo.');
  rmSync(directory, { recursive: true, force: true });
}
mkdirSync(directory, { recursive: true });
const env = {
  NODE_ENV: 'production',
  DATABASE_URL: 'file:var/demo/rapport.sqlite',
  DATA_DIR: 'var/demo',
  APP_KEY: process.env.APP_KEY || secret('app-key'),
  DEMO_PASSWORD: process.env.DEMO_PASSWORD || secret('password'),
};
const filled = join(directory, 'filled');
if (!existsSync(filled)) {
  // A fill that was broken off is begun again from nothing.
  for (const end of ['', '-wal', '-shm']) rmSync(join(directory, `rapport.sqlite${end}`), { force: true });
  for (const command of [['migrate'], ['seed', 'reference'], ['seed', 'demo']]) {
    const code = await runNode(['build/db.js', ...command], env);
    if (code !== 0) process.exit(code);
  }
  writeFileSync(filled, env.DEMO_PASSWORD);
}
console.log(`\nAccounts: ${accounts.join(', ')}\nPassword of each: ${readFileSync(filled, 'utf8')}\n`);
process.exit(await runNode(['build/server.js'], env));

/** A random word made once and kept beside the demo's database, readable by its owner only. */
function secret(name) {
  const path = join(directory, name);
  if (!existsSync(path))
    writeFileSync(path, randomBytes(name === 'password' ? 12 : 48).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
}
