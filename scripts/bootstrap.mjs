// Makes a bare clone ready to run: installs packages and builds when they are missing or older than their sources.
// Uses nothing but Node, since it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');
const lock = join(cache, 'bootstrap.lock');

/** Installs and, unless `build` is false, builds; says what it does and why, and nothing when all is fresh. */
export async function bootstrap({ build = true, force = false } = {}) {
  refuseOldNode();
  mkdirSync(cache, { recursive: true });
  await takeLock();
  try {
    install();
    if (build) buildApp(force);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Rapport needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

function install() {
  const wanted = hashOf(['package-lock.json']);
  const present = existsSync(join(root, 'node_modules'));
  if (present && stamp('install') === wanted) return;
  // A folder that was installed by hand from this very lock is as good.
  const inner = join(root, 'node_modules/.package-lock.json');
  if (present && stamp('install') === undefined && existsSync(inner) && installedFromLock(inner)) {
    return setStamp('install', wanted);
  }
  console.log(
    present ? 'Installing packages: the lock file has changed.' : 'Installing packages: there are none yet.',
  );
  run('npm', ['ci', '--no-audit', '--no-fund'], { npm_config_update_notifier: 'false' });
  setStamp('install', wanted);
}

function installedFromLock(inner) {
  const versions = (path) => {
    const { packages } = JSON.parse(readFileSync(path, 'utf8'));
    return new Map(Object.entries(packages).map(([name, entry]) => [name, entry.version]));
  };
  const locked = versions(join(root, 'package-lock.json'));
  return [...versions(inner)].every(([name, version]) => locked.get(name) === version);
}

function buildApp(force) {
  const wanted = hashOf(sources());
  const present = existsSync(join(root, 'build/server.js'));
  if (!force && present && stamp('build') === wanted) return;
  console.log(
    force
      ? 'Building.'
      : present
        ? 'Building: the sources have changed.'
        : 'Building: there is no build yet.',
  );
  rmSync(join(cache, 'build.stamp'), { force: true });
  run(process.execPath, [join(root, 'scripts/build.mjs')]);
  setStamp('build', wanted);
}

/** What the build is made of. */
function sources() {
  const files = ['package-lock.json', 'package.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json'];
  for (const folder of ['app', 'db', 'seeds', 'scripts', 'public']) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true })) {
      const path = join(folder, entry);
      if (statSync(join(root, path)).isFile()) files.push(path);
    }
  }
  return files.sort();
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function stamp(name) {
  const path = join(cache, `${name}.stamp`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function setStamp(name, value) {
  writeFileSync(join(cache, `${name}.stamp`), value);
}

function run(command, args, env = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (result.status === 0) return;
  console.error(`${[command, ...args].join(' ')} failed${result.error ? `: ${result.error.message}` : '.'}`);
  rmSync(lock, { recursive: true, force: true });
  process.exit(1);
}

/** Two runs at once would install over each other: the second waits, and takes over from one that died. */
async function takeLock() {
  let told = false;
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderLives()) rmSync(lock, { recursive: true, force: true });
    else if (!told) console.log('Another run is installing or building; waiting for it.');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function holderLives() {
  const path = join(lock, 'pid');
  try {
    // The holder may be between making the folder and writing its number.
    if (!existsSync(path)) return Date.now() - statSync(lock).mtimeMs < 5000;
    process.kill(Number(readFileSync(path, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bootstrap({ build: process.argv.includes('--build'), force: process.argv.includes('--force') });
}
