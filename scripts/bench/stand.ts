import { dirname } from 'node:path';
import { memoryOf, startServer, type Server } from './child-process.ts';
import { benchEnvironment, largeDatabase, removeCopy } from './large-database.ts';
import { logForm } from './log-form.ts';
import type { Load, Question } from './load-process.ts';
import { pathOf, type PageName } from './pages.ts';
import { countInteractions, findReader, signIn, type Reader } from './reader.ts';

/** The production server on a database of one size, and how to ask it for each page. */
export interface Stand {
  size: number;
  reader: Reader;
  server: Server;
  databasePath: string;
  /** Without how hard and how long. */
  requests: Map<PageName, Target>;
  /** Logs an interaction in the country that is looked at. */
  write: Question;
  /** The pages as the reader gets them, without compression. */
  bodies: Map<PageName, string>;
  memory(): number;
  interactions(): Promise<number>;
  stop(): Promise<void>;
}

export type Target = Omit<Load, 'connections' | 'seconds'>;

export async function openStand(
  directory: string,
  size: number,
  pages: readonly PageName[],
  say: (line: string) => void,
): Promise<Stand> {
  const databasePath = largeDatabase(directory, size, say);
  const reader = await findReader(databasePath);
  const server = await startServer(['build/server.js'], {
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `file:${databasePath}`,
    DATA_DIR: dirname(databasePath),
    ...benchEnvironment,
  });
  const stop = async () => {
    await server.stop();
    removeCopy(databasePath);
  };
  try {
    const asked = await askFor(server.url, reader, pages);
    const memory = () => memoryOf(server.pid);
    const interactions = () => countInteractions(databasePath);
    return { size, reader, server, databasePath, ...asked, memory, interactions, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function askFor(url: string, reader: Reader, pages: readonly PageName[]) {
  const cookie = await signIn(url, reader.email);
  const get = async (path: string) => {
    const answer = await fetch(new URL(path, url), {
      redirect: 'manual',
      headers: { Cookie: cookie, 'Accept-Encoding': 'identity' },
    });
    if (answer.status !== 200)
      throw new Error(`${path} was answered with ${answer.status}, not with the page.`);
    return answer.text();
  };
  const requests = new Map<PageName, Target>();
  const bodies = new Map<PageName, string>();
  const write = { ...logTarget(url, cookie), form: logForm(reader, new Date()) };
  for (const page of pages) {
    if (page === 'log') {
      requests.set(page, write);
      continue;
    }
    const path = await pathOf(page, reader, get);
    requests.set(page, { url, path, headers: { Cookie: cookie }, status: 200 });
    bodies.set(page, await get(path));
  }
  return { requests, bodies, write };
}

const logTarget = (url: string, cookie: string): Target => ({
  url,
  path: '/interactions/new',
  status: 303,
  headers: {
    Cookie: cookie,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/x-www-form-urlencoded',
  },
});
