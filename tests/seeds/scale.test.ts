import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { unseal } from '#app/domain/kernel/keys.server.ts';
import { writeInteractionAudience } from '#db/audience.ts';
import { transact, type Db } from '#db/client.ts';
import { moveTallies } from '#db/queries/tally-batches.ts';
import { seedScale } from '#seeds/scale.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { tallyFaults } from '../tally-faults.ts';
import { seedContext } from './seed-context.ts';

const readers = [
  'interaction_reader',
  'advice_reader',
  'commitment_reader',
  'follow_up_reader',
  'assessment_reader',
] as const;
const tallies = [
  'circle_tally',
  'reader_tally',
  'country_tally',
  'country_work_tally',
  'country_partner_kind',
  'country_guarded_kind',
  'country_account_reader',
] as const;

/** Every row of the derived tables, as sorted text. */
async function derived(db: Db): Promise<Record<string, string[]>> {
  const tables = [...readers, ...tallies];
  const found: Record<string, string[]> = {};
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    found[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  const circles = await db.selectFrom('interaction').select(['id', 'circle_id']).orderBy('id').execute();
  found['circles'] = circles.map((row) => `${row.id} ${row.circle_id}`);
  return found;
}

describeOnBoth('the large data set', (open) => {
  it('has the readers and counts that the app itself would write', async () => {
    const db = await open();
    const context = seedContext(db);
    await seedScale(context, { interactions: 600, password: 'three plain words' });
    expect(await tallyFaults(db)).toEqual([]);
    const written = await derived(db);
    await transact(db, async (trx) => {
      for (const table of tallies) await trx.deleteFrom(table).execute();
      const rows = await trx.selectFrom('interaction').select('id').orderBy('id').execute();
      for (const { id } of rows) await writeInteractionAudience(trx, id);
      await moveTallies(
        trx,
        rows.map(({ id }) => id),
        1,
      );
    });
    const recounted = await derived(db);
    for (const table of Object.keys(written)) expect(recounted[table], table).toEqual(written[table]);

    const sealed = await db
      .selectFrom('interaction')
      .select(['ref', 'summary'])
      .where('level', '=', 3)
      .execute();
    for (const { ref, summary } of sealed) {
      expect(unseal(context.keys, context.keys.sealing, `interaction|summary|${ref}`, summary)).toMatch(/\w/);
    }
    await expect(seedScale(context, { interactions: 10, password: 'x' })).rejects.toThrow(
      'holds records already',
    );
  });

  it('goes on numbering behind its rows', async () => {
    const db = await open();
    await seedScale(seedContext(db), { interactions: 40, password: 'three plain words' });
    const circle = await db
      .insertInto('circle')
      .values({ key: 'test' })
      .returning('id')
      .executeTakeFirstOrThrow();
    expect(circle.id).toBeGreaterThan(2);
  });
});
