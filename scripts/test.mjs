// npm test: everything, from a bare clone. Installs what it lacks, says so, times each step, and ends with a summary.
// Steps go on after one that failed, so that one run tells all; the exit code is then 1.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';

await bootstrap({ build: false });
ensurePostgres();
const chromium = ensureChromium();
const bin = (name) => join(root, 'node_modules', name);

const results = [];
const { execPath } = process;
const held = { output: 'held' };
// Each of these keeps one core busy for about as long as those of the other list.
await Promise.all([
  inOrder([
    ['types', execPath, [bin('typescript/bin/tsc'), '--noEmit'], held],
    ['lint', execPath, [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], held],
    [
      'lock file',
      'npm',
      ['ci', '--dry-run', '--no-audit', '--no-fund', '--ignore-scripts'],
      { output: 'of failures' },
    ],
  ]),
  inOrder([
    // Some of the tests below start the built server.
    ['build', execPath, ['scripts/bootstrap.mjs', '--build'], held],
    ['format', execPath, [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'], held],
  ]),
]);
await step('unit, database, routes, house', execPath, [bin('vitest/vitest.mjs'), 'run']);
await step('browser', execPath, [bin('playwright/cli.js'), 'test', '-c', 'tests/e2e/playwright.config.ts'], {
  env: { CHROMIUM: chromium },
});
summary();

async function inOrder(steps) {
  for (const one of steps) await step(...one);
}

/** Runs one step to its end. Its output is passed on, or held until then and shown whole, or only where it failed. */
async function step(name, command, args, { output: shown = 'passed on', env = {} } = {}) {
  if (shown === 'passed on') console.log(`\n== ${name}`);
  const started = Date.now();
  const stdio = shown === 'passed on' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  // A group of its own, so that nothing it started outlives it.
  const child = spawn(command, args, { cwd: root, stdio, detached: true, env: { ...process.env, ...env } });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const stop = () => endGroup(child.pid, 'SIGTERM');
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  process.off('SIGINT', stop).off('SIGTERM', stop);
  endGroup(child.pid, 'SIGKILL');
  if (shown !== 'passed on')
    console.log(`\n== ${name}\n${shown === 'held' || code !== 0 ? output.trim() : ''}`);
  results.push({ name, passed: code === 0, seconds: (Date.now() - started) / 1000 });
}

function endGroup(pid, signal) {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // The group has ended by itself, as it should.
  }
}

function summary() {
  console.log('\n== summary');
  for (const { name, passed, seconds } of results) {
    console.log(`${passed ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
  }
  const failed = results.filter((result) => !result.passed);
  console.log(
    failed.length === 0 ? 'Everything passed.' : `Failed: ${failed.map((result) => result.name).join(', ')}.`,
  );
  process.exit(failed.length === 0 ? 0 : 1);
}

/** The database tests run on a real PostgreSQL as well: TEST_POSTGRES_URL, or the server's programs on this machine. */
function ensurePostgres() {
  if (process.env.TEST_POSTGRES_URL) return;
  const debian = '/usr/lib/postgresql';
  const found = () =>
    (existsSync(debian) && readdirSync(debian).length > 0) || onPath(['initdb']) !== undefined;
  if (!found()) aptInstall('postgresql', 'the database tests run on PostgreSQL too');
  if (!found())
    giveUp(
      'PostgreSQL is missing: install "postgresql", or set TEST_POSTGRES_URL to a server that may be written to.',
    );
}

function ensureChromium() {
  const found = () => process.env.CHROMIUM || onPath(['chromium', 'chromium-browser', 'google-chrome']);
  if (!found()) aptInstall('chromium', 'the browser tests need one');
  return found() ?? giveUp('No Chromium was found: install "chromium", or set CHROMIUM to the path of one.');
}

function aptInstall(name, why) {
  if (process.getuid?.() !== 0 || onPath(['apt-get']) === undefined) return;
  console.log(`Installing ${name} with apt-get: ${why}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit', env });
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

function giveUp(words) {
  console.error(words);
  process.exit(1);
}
