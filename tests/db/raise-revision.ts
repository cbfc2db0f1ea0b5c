import { openDatabase, transact } from '#db/client.ts';

/** A process of its own: reads a number and writes it back one higher, `rounds` times. */
const [url = '', rounds = '0'] = process.argv.slice(2);
const db = openDatabase(url);
for (let round = 0; round < Number(rounds); round += 1) {
  await transact(db, async (trx) => {
    const row = await trx.selectFrom('reference_revision').select('revision').executeTakeFirstOrThrow();
    await trx
      .updateTable('reference_revision')
      .set({ revision: row.revision + 1 })
      .execute();
  });
}
await db.destroy();
