import { beforeAll, expect, it } from 'vitest';
import { verifyFiles } from '#app/domain/attachments/verify-files.server.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import type { Db } from '#db/client.ts';
import { seedDemo } from '#seeds/demo.ts';
import type { SeedContext } from '#seeds/seed-context.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { seedContext } from './seed-context.ts';

const refs = async (db: Db): Promise<string[]> =>
  (
    await Promise.all(
      (['interaction', 'attachment'] as const).map((table) =>
        db.selectFrom(table).select('ref').orderBy('id').execute(),
      ),
    )
  ).flatMap((rows) => rows.map((row) => row.ref));

describeOnBoth('the demo data', (open, engine) => {
  let db: Db;
  let context: SeedContext;

  beforeAll(async () => {
    db = await open();
    context = seedContext(db);
    await seedDemo(context, { password: 'three plain words' });
  }, 240_000);

  it('shows every kind of thing the product knows', { timeout: 60_000 }, async () => {
    const interactions = await db
      .selectFrom('interaction')
      .select(['level', 'state', 'occurred_on'])
      .execute();
    expect(interactions.length).toBeGreaterThanOrEqual(800);
    expect(new Set(interactions.map((row) => row.level))).toEqual(new Set([0, 1, 2, 3]));
    expect(interactions.some((row) => row.state === 'planned' && row.occurred_on > '2026-11-24')).toBe(true);
    const types = await db.selectFrom('organisation').select('partner_type_id').distinct().execute();
    const known = await db.selectFrom('term').select('id').where('vocabulary', '=', 'partner_type').execute();
    expect(types).toHaveLength(known.length);
    const statuses = await db.selectFrom('advice').select('status_id').distinct().execute();
    expect(statuses).toHaveLength(9);
    const commitments = await db.selectFrom('commitment').select('status').distinct().execute();
    expect(commitments.map((row) => row.status).sort()).toEqual(['broken', 'kept', 'open']);
    const due = await db.selectFrom('follow_up').select('due_on').where('meaning', '=', 'open').execute();
    expect(due.some((row) => row.due_on < '2026-11-24') && due.some((row) => row.due_on > '2026-11-24')).toBe(
      true,
    );
    const work = await db
      .selectFrom('follow_up')
      .select(['recurrence', 'snoozed_until', 'previous_id', 'meaning'])
      .execute();
    expect(new Set(work.map((row) => row.recurrence))).toEqual(
      new Set([null, 'weekly', 'monthly', 'quarterly']),
    );
    expect(work.some((row) => row.snoozed_until !== null && row.snoozed_until > '2026-11-24')).toBe(true);
    expect(work.some((row) => row.previous_id !== null && row.meaning === 'open')).toBe(true);
    const given = await db
      .selectFrom('audit_event')
      .select('id')
      .where('action', '=', 'follow-up.reassigned')
      .execute();
    expect(given).toHaveLength(1);
    const files = await db
      .selectFrom('attachment')
      .select(['interaction_id', 'advice_step_id', 'objective_move_id'])
      .execute();
    for (const column of ['interaction_id', 'advice_step_id', 'objective_move_id'] as const)
      expect(files.some((row) => row[column] !== null)).toBe(true);
    expect((await verifyFiles(context)).faults).toEqual([]);
    const countries = await db.selectFrom('interaction_country').select('country_id').distinct().execute();
    expect(countries.length).toBeGreaterThanOrEqual(25);
    const people = await db.selectFrom('person').select('id').execute();
    expect(people.length).toBeGreaterThanOrEqual(250);
    const late = await db
      .selectFrom('audit_event')
      .select('id')
      .where('at', '>', context.now.toISOString())
      .execute();
    expect(late).toEqual([]);
    expect(await verifyChain(db, context.keys)).toMatchObject({ sound: true });
    await expect(seedDemo(context, { password: 'x' })).rejects.toThrow('has accounts already');
  });

  // The choices are made before any database is asked: once is enough.
  it.runIf(engine === 'sqlite')('is the same each time', { timeout: 240_000 }, async () => {
    const other = await open();
    await seedDemo(seedContext(other), { password: 'three plain words' });
    expect(await refs(other)).toEqual(await refs(db));
  });
});
