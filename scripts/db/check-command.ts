import { verifyFiles } from '#app/domain/attachments/verify-files.server.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import type { Keys } from '#app/domain/kernel/keys.server.ts';
import { filesDirectory } from '#app/web/config.server.ts';
import type { Db } from '#db/client.ts';
import { listStorageFaults } from '#db/integrity.ts';
import { migrationStatus, refuseNewerDatabase } from '#db/migrate.ts';
import { config, expectNoWords, keys, withDatabase, type Command } from './command.ts';

/** Throws an Error that names the first faults, and the way back, where the database cannot be relied on. */
export async function verifyDatabase(db: Db, withKeys: Keys): Promise<{ events: number }> {
  await refuseNewerDatabase(db);
  const faults = await listStorageFaults(db);
  if (faults.length > 0) {
    throw new Error(
      `The database is damaged: ${faults.slice(0, 3).join('; ')}. Put back a backup: npm run db -- restore FILE`,
    );
  }
  const chain = await verifyChain(db, withKeys);
  if (!chain.sound) {
    throw new Error(
      `The audit chain does not hold: ${chain.fault}. Compare with a backup: npm run db -- restore FILE`,
    );
  }
  return { events: chain.events };
}

export const check: Command = async (words) => {
  expectNoWords(words, 'check');
  await withDatabase(async (db) => {
    const { pending } = await migrationStatus(db);
    if (pending.length > 0)
      throw new Error(`Not up to date (${pending.join(', ')}): run npm run db -- migrate first.`);
    const { events } = await verifyDatabase(db, keys());
    const { files, faults } = await verifyFiles({ db, keys: keys(), filesDirectory: filesDirectory(config) });
    if (faults.length > 0) {
      throw new Error(
        `${faults.length} of ${files} files of attachments are not as they were kept: ${faults.slice(0, 3).join('; ')}. Put back a backup: npm run db -- restore FILE`,
      );
    }
    console.log(
      `Sound: storage, references, the audit chain of ${events.toLocaleString('en')} events and ${files.toLocaleString('en')} files.`,
    );
  });
};
