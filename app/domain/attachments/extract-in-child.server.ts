import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileKind } from './kinds.ts';

export interface ChildLimits {
  milliseconds: number;
  heapMegabytes: number;
  /** Heap and everything beside it. */
  residentMegabytes: number;
  outputBytes: number;
}

const LIMITS: ChildLimits = {
  milliseconds: 20_000,
  heapMegabytes: 256,
  residentMegabytes: 700,
  outputBytes: 16 * 1024 * 1024,
};

/**
 * The words of a file, read in a process of its own: a parser that crashes, hangs or swells takes nothing else with it.
 * Undefined where it failed or was stopped.
 */
export function extractInChild(
  content: Buffer,
  mediaType: string,
  limits: ChildLimits = LIMITS,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...childProgram(limits), fileKind(mediaType).endings[0] ?? ''], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // Not ours: keys and addresses stand there.
      env: { NODE_ENV: 'production' },
    });
    const output: Buffer[] = [];
    let length = 0;
    const stop = () => child.kill('SIGKILL');
    const timer = setTimeout(stop, limits.milliseconds);
    const watch = setInterval(() => void stopWhereSwollen(child, limits), 100);
    const end = (text: string | undefined) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(text);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.outputBytes) stop();
      else output.push(chunk);
    });
    child.once('error', () => end(undefined));
    child.once('close', (code) => end(code === 0 ? Buffer.concat(output).toString('utf8') : undefined));
    // one that has ended reads no more
    child.stdin.on('error', () => undefined);
    child.stdin.end(content);
  });
}

/** What stands beside the heap has no limit of Node's: Linux tells how large the process is. */
async function stopWhereSwollen(child: ChildProcess, limits: ChildLimits): Promise<void> {
  const statm = await readFile(`/proc/${child.pid ?? 0}/statm`, 'utf8').catch(() => '');
  const resident = Number(statm.split(' ')[1] ?? 0) * 4096;
  if (resident > limits.residentMegabytes * 1024 * 1024) child.kill('SIGKILL');
}

/** The built program, which may read nothing but itself and its packages; where there is no build, the source. */
function childProgram({ heapMegabytes }: ChildLimits): string[] {
  const heap = `--max-old-space-size=${heapMegabytes}`;
  const here = fileURLToPath(import.meta.url);
  const root = rootAbove(here);
  if (!here.startsWith(join(root, 'build'))) {
    return [heap, '--import', 'tsx', join(root, 'app/domain/attachments/extraction/extract-text.ts')];
  }
  return [
    heap,
    permissionFlag(),
    ...['build', 'node_modules', 'package.json'].map((name) => `--allow-fs-read=${join(root, name)}`),
    join(root, 'build/extract-text.js'),
  ];
}

/** It lost its "experimental" on the way. */
function permissionFlag(): string {
  return process.allowedNodeEnvironmentFlags.has('--permission')
    ? '--permission'
    : '--experimental-permission';
}

function rootAbove(path: string): string {
  const folder = dirname(path);
  return existsSync(join(folder, 'package.json')) || folder === path ? folder : rootAbove(folder);
}
