import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Load, LoadAnswer } from './load-process.ts';
import type { Slot } from './figures.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a Node program that prints the address on which it answers. It ends with this process at the latest. */
export function startServer(args: readonly string[], env: Record<string, string>): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
  });
  const kill = endingWithUs(child);
  let output = '';
  return new Promise((resolve, reject) => {
    const look = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-4000);
      const url = /answers on (http:\S+)/.exec(output)?.[1];
      if (url) resolve({ url, pid: child.pid ?? 0, stop: () => ended(child, kill) });
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with code ${code}:\n${output}`)));
  });
}

/** The process that makes the load. One load at a time. */
export function startLoader() {
  const child = fork(fileURLToPath(new URL('./load-process.ts', import.meta.url)), {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  });
  const kill = endingWithUs(child);
  return {
    put: (load: Load): Promise<Slot> =>
      new Promise((resolve, reject) => {
        const died = (code: number | null) => reject(new Error(`The load process ended with code ${code}.`));
        child.once('exit', died);
        child.once('message', (answer: LoadAnswer) => {
          child.off('exit', died);
          if ('slot' in answer) resolve(answer.slot);
          else reject(new Error(answer.failure));
        });
        child.send(load);
      }),
    stop: () => ended(child, kill),
  };
}

/** Resident memory of a process in MB. */
export function memoryOf(pid: number): number {
  const kilobytes =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}

/** Processor time that a process and its threads have used so far, in ms; null where the system does not tell. */
export function processorTimeOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => {
    try {
      return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It ended between the listing and the reading.
      return 0;
    }
  });
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

function endingWithUs(child: ChildProcess): () => void {
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  return kill;
}

async function ended(child: ChildProcess, kill: () => void): Promise<void> {
  process.off('exit', kill);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(kill, 5000);
  await exit;
  clearTimeout(patience);
}
