import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/client.ts';
import { countVisibleInCountry, countVisibleInteractions } from '#db/queries/tallies.ts';
import { visibleByDate, visibleTo, visibleToAccount, type Actor } from '#db/visibility.ts';
import { describeOnBoth } from '../databases.ts';
import { tallyFaults } from '../tally-faults.ts';
import { actorOf, makeWorld } from '../world.ts';
import { hiddenFrom } from './naive-rule.ts';
import { logRandomRecords } from './random-records.ts';

const ACTORS = ['officer', 'colleague', 'manager', 'writer', 'admin', 'outsider'];

const NOUNS = [
  'interaction',
  'person',
  'assessment',
  'advice',
  'commitment',
  'follow_up',
  'objective',
  'attachment',
] as const;

describeOnBoth('the predicate', (open) => {
  let db: Db;
  beforeAll(async () => {
    db = await open();
    await logRandomRecords(await makeWorld(db), 20_261_124, 80);
  }, 60_000);

  describe.each(ACTORS)('for the %s', (name) => {
    let actor: Actor;
    beforeAll(async () => {
      actor = await actorOf(db, `${name}@demo.example`);
    });

    const idsOf = async (noun: 'interaction' | 'person' | 'assessment' | 'objective') =>
      (await db.selectFrom(noun).select('id').where(visibleTo(actor, noun)).orderBy('id').execute()).map(
        (row) => row.id,
      );

    it('shows what the rule of the design, told plainly, shows', async () => {
      const hidden = await hiddenFrom(db, actor);
      const visible = async (
        noun: 'interaction' | 'person' | 'assessment' | 'objective',
        gone: Set<number>,
      ) =>
        (await db.selectFrom(noun).select('id').orderBy('id').execute())
          .map((row) => row.id)
          .filter((id) => !gone.has(id));
      expect(await idsOf('interaction')).toEqual(await visible('interaction', hidden.interactions));
      expect(await idsOf('objective')).toEqual(await visible('objective', hidden.objectives));
      expect(await idsOf('person')).toEqual(await visible('person', hidden.people));
      expect(await idsOf('assessment')).toEqual(await visible('assessment', hidden.assessments));
    });

    it('gives children the readers of their interaction, who also read their objective', async () => {
      const visible = new Set(await idsOf('interaction'));
      const aims = new Set(await idsOf('objective'));
      for (const noun of ['advice', 'commitment', 'follow_up'] as const) {
        const all = await db
          .selectFrom(noun)
          .select(['id', 'interaction_id'])
          .select(noun === 'commitment' ? sql<null>`null`.as('objective_id') : 'objective_id')
          .orderBy('id')
          .execute();
        const seen = await db
          .selectFrom(noun)
          .select('id')
          .where(visibleTo(actor, noun))
          .orderBy('id')
          .execute();
        expect(seen.map((row) => row.id)).toEqual(
          all
            .filter(
              ({ interaction_id, objective_id }) =>
                visible.has(interaction_id ?? -1) && (objective_id === null || aims.has(objective_id)),
            )
            .map((row) => row.id),
        );
      }
    });

    it('is the same for many readers at once, where somebody is to be told', async () => {
      for (const noun of NOUNS) {
        const told = await sql<{ id: number }>`select ${sql.ref(`${noun}.id`)} as id
          from ${sql.table(noun)} cross join account where account.id = ${actor.accountId}
            and ${visibleToAccount(noun, noun, 'account.id')} order by 1`.execute(db);
        const seen = await db
          .selectFrom(noun)
          .select('id')
          .where(visibleTo(actor, noun))
          .orderBy('id')
          .execute();
        expect({ noun, ids: told.rows.map((row) => row.id) }).toEqual({
          noun,
          ids: seen.map((row) => row.id),
        });
      }
    });

    it('merges the newest to the same list as a walk over all, page by page, at every level', async () => {
      for (const level of [undefined, 0, 1, 2, 3]) {
        const all = await db
          .selectFrom('interaction')
          .select(['id', 'occurred_on'])
          .where(visibleTo(actor, 'interaction'))
          .$if(level !== undefined, (query) => query.where('level', '=', level ?? 0))
          .orderBy('occurred_on', 'desc')
          .orderBy('id', 'desc')
          .execute();
        const paged: { id: number; occurred_on: string }[] = [];
        for (;;) {
          const last = paged.at(-1);
          const before = last && { on: last.occurred_on, id: last.id };
          const page = (
            await visibleByDate(actor, { limit: 7, ...(before ? { before } : {}) }, level).execute(db)
          ).rows;
          paged.push(...page);
          if (page.length < 7) break;
        }
        expect(paged).toEqual(all);
      }
    });

    it('counts from tallies what a walk counts', async () => {
      const rows = await db
        .selectFrom('interaction')
        .leftJoin('interaction_country as link', 'link.interaction_id', 'interaction.id')
        .leftJoin('country', 'country.id', 'link.country_id')
        .select(['interaction.id', 'interaction.state', 'country.iso3'])
        .where(visibleTo(actor, 'interaction'))
        .execute();
      const distinct = new Map(rows.map((row) => [row.id, row.state]));
      const held = [...distinct.values()].filter((state) => state === 'held').length;
      expect(await countVisibleInteractions(db, actor)).toEqual({ logged: distinct.size, held });
      const togo = await db
        .selectFrom('country')
        .select('id')
        .where('iso3', '=', 'TGO')
        .executeTakeFirstOrThrow();
      const inTogo = rows.filter((row) => row.iso3 === 'TGO');
      expect(await countVisibleInCountry(db, actor, togo.id, { from: '1900-01', to: '2999-12' })).toEqual({
        logged: inTogo.length,
        held: inTogo.filter((row) => row.state === 'held').length,
      });
    });
  });

  it('keeps tallies equal to a recount', async () => {
    expect(await tallyFaults(db)).toEqual([]);
  });
});
