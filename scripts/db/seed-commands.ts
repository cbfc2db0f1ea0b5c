import { createHash, randomBytes } from 'node:crypto';
import { filesDirectory } from '#app/web/config.server.ts';
import { migrate } from '#db/migrate.ts';
import type { SeedContext } from '#seeds/seed-context.ts';
import { BadCommand, config, expectNoWords, keys, withDatabase, type Command } from './command.ts';
import { progressBar } from './progress.ts';

/** `seed reference`, `seed demo`, `seed scale --interactions N`. What fills is loaded only when asked for. */
export const seed: Command = async ([kind, ...words]) => {
  const password = process.env.DEMO_PASSWORD || randomBytes(12).toString('base64url');
  if (kind === 'reference') {
    expectNoWords(words, 'seed reference');
    const { loadReference } = await import('#seeds/reference.ts');
    return run('Reference', (context) => loadReference(context));
  }
  if (kind === 'demo') {
    expectNoWords(words, 'seed demo');
    const { seedDemo } = await import('#seeds/demo.ts');
    return run('Demo', (context) => seedDemo(context, { password }));
  }
  if (kind === 'scale') {
    const interactions = readCount(words);
    const { seedScale } = await import('#seeds/scale.ts');
    return run('Scale', (context) => seedScale(context, { interactions, password }));
  }
  throw new BadCommand('Say "seed reference", "seed demo" or "seed scale --interactions N".');
};

function readCount(words: readonly string[]): number {
  const [option, text, ...rest] = words;
  const count = Number(text);
  if (option !== '--interactions' || rest.length > 0 || !Number.isSafeInteger(count) || count < 1) {
    throw new BadCommand('Say "seed scale --interactions N", with N a whole number above 0.');
  }
  return count;
}

/** Seeds print what they did, one line each, as they return it. */
async function run(label: string, fill: (context: SeedContext) => Promise<string[]>): Promise<void> {
  await withDatabase(async (db) => {
    await migrate(db);
    const context = {
      db,
      now: new Date(),
      random: repeatable(),
      keys: keys(),
      directory: 'seeds/reference',
      filesDirectory: filesDirectory(config),
      progress: progressBar(label),
    };
    for (const line of await fill(context)) console.log(line);
  });
}

/** The same bytes in the same order each time, so that demo data has the same refs wherever it is made. */
function repeatable(): SeedContext['random'] {
  let counter = 0;
  return (length) => {
    counter += 1;
    return createHash('shake256', { outputLength: length }).update(`rapport demo ${counter}`).digest();
  };
}
