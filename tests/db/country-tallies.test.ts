import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { today } from '#app/domain/kernel/context.ts';
import { transact, type Db } from '#db/client.ts';
import { countryTallies } from '#db/migrations/0007-country-tallies.ts';
import { countsOfAll } from '#db/migrations/0014-counts-of-all.ts';
import { writePersonAudience } from '#db/person-audience.ts';
import { takeAdviceOut } from '#db/queries/advice-tallies.ts';
import { listAdviceCounts, listCountryWork, quarterName } from '#db/queries/country-counts.ts';
import { personVisibleOrNone, visibleTo, type Actor } from '#db/visibility.ts';
import { stepForm } from '../advice.ts';
import { describeOnBoth } from '../databases.ts';
import { logRandomRecords } from '../non-interference/random-records.ts';
import { tallyFaults } from '../tally-faults.ts';
import { actorOf, makeWorld, type World } from '../world.ts';

const ACTORS = ['officer', 'colleague', 'manager', 'writer', 'admin', 'outsider'];
const COUNTRIES = ['TGO', 'BEN', 'PER', 'ALB'];
const YEARS = { from: '2024-01-01', to: '2027-12-31' };

/** Meetings held by country, quarter and kind of partner or work area, by walking all that the actor sees. */
async function walked(db: Db, actor: Actor, countryId: number): Promise<Map<string, number>> {
  const rows = await sql<{ term_id: number; on: string; id: number }>`
    select distinct coalesce(top.id, parent.id, leaf.id) as term_id, interaction.occurred_on as "on", interaction.id
    from interaction inner join interaction_country as link on link.interaction_id = interaction.id
    inner join interaction_participant as met on met.interaction_id = interaction.id
    inner join organisation on organisation.id = met.organisation_id
    inner join term as leaf on leaf.id = organisation.partner_type_id
    left join term as parent on parent.id = leaf.parent_id left join term as top on top.id = parent.parent_id
    where link.country_id = ${countryId} and interaction.state = 'held' and interaction.archived_at is null
      and ${visibleTo(actor, 'interaction')} and ${personVisibleOrNone(actor, 'met.person_id')}
    union select area.work_area_id, interaction.occurred_on, interaction.id
    from interaction inner join interaction_country as link on link.interaction_id = interaction.id
    inner join interaction_work_area as area on area.interaction_id = interaction.id
    where link.country_id = ${countryId} and interaction.state = 'held' and interaction.archived_at is null
      and ${visibleTo(actor, 'interaction')}`.execute(db);
  const found = new Map<string, number>();
  for (const { term_id, on } of rows.rows) {
    const key = `${term_id} ${quarterName(on)}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

describeOnBoth('the counts of a country', (open, engine) => {
  let world: World;
  let db: Db;
  beforeAll(async () => {
    db = await open();
    world = await makeWorld(db);
    await logRandomRecords(world, 7, 70);
  }, 120_000);

  const expectWalked = async () => {
    let seen = 0;
    const countries = await db
      .selectFrom('country')
      .select(['id', 'iso3'])
      .where('iso3', 'in', COUNTRIES)
      .execute();
    for (const name of ACTORS) {
      const actor = await actorOf(db, `${name}@demo.example`);
      for (const { id, iso3 } of countries) {
        const counted = await listCountryWork(db, actor, id, YEARS);
        const kept = new Map(counted.map((row) => [`${row.term_id} ${row.quarter}`, row.held]));
        expect(kept, `${name} ${iso3}`).toEqual(await walked(db, actor, id));
        seen += counted.length;

        const advised = await listAdviceCounts(db, actor, id, { since: '2024-01-01', until: '2027-12' });
        const pieces = advised.reduce((sum, row) => sum + (row.status_id === null ? 0 : row.pieces), 0);
        const all = await sql<{ n: number }>`select count(*) as n from advice_country as link
          inner join advice on advice.id = link.advice_id inner join interaction as origin on origin.id = advice.interaction_id
          where link.country_id = ${id} and advice.archived_at is null and origin.archived_at is null
            and link.given_on >= '2024-01-01' and ${visibleTo(actor, 'advice')}`.execute(db);
        expect(pieces, `${name} ${iso3} advice`).toBe(all.rows[0]?.n);
      }
    }
    expect(seen).toBeGreaterThan(30);
  };

  it('are what a walk over all that the actor sees counts', expectWalked);

  it('follow people who become guarded, and who no longer are', async () => {
    const people = await db.selectFrom('person').select(['id', 'level']).orderBy('id').execute();
    const day = new Date().toISOString().slice(0, 10);
    for (const { id, level } of people) {
      await transact(db, async (trx) => {
        await trx
          .updateTable('person')
          .set({ level: (level + 1) % 4 })
          .where('id', '=', id)
          .execute();
        await writePersonAudience(trx, id, day);
      });
    }
    expect(await tallyFaults(db)).toEqual([]);
    await expectWalked();
  });

  it('follow advice from one status to the next', async () => {
    const officer = await world.as('officer');
    const mine = await db
      .selectFrom('advice')
      .select(['ref', 'given_on'])
      .where('author_id', '=', officer.actor.accountId)
      .execute();
    expect(mine.length).toBeGreaterThan(1);
    for (const [index, { ref, given_on }] of mine.entries()) {
      const later = addDays(given_on, 40 * (index % 3));
      const form = await stepForm(officer, ref, {
        status: index % 2 === 0 ? 'adopted' : 'rejected',
        on: later > today(officer) ? today(officer) : later,
        reason: 'They told us so.',
      });
      await moveAdvice(officer, ref, form);
    }
    const adopted = await db
      .selectFrom('country_adoption_tally')
      .selectAll()
      .where('pieces', '>', 0)
      .execute();
    expect(adopted.length).toBeGreaterThan(0);
    expect(await tallyFaults(db)).toEqual([]);
    await expectWalked();
  });

  it('are filled by the migration from what stands already', async () => {
    const run = async (statements: string[]) => {
      await transact(db, async (trx) => {
        for (const statement of statements) await sql.raw(statement).execute(trx);
      });
    };
    // what has come after it in counting: objectives that guard advice, and meetings on other countries
    const later = await sql<{ id: number }>`select distinct advice.id from advice
      inner join advice_country as link on link.advice_id = advice.id where advice.objective_id is not null
        or not exists (select 1 from interaction_country as met
          where met.interaction_id = advice.interaction_id and met.country_id = link.country_id)`.execute(db);
    const ids = later.rows.map(({ id }) => id);
    await transact(db, async (trx) => {
      await takeAdviceOut(trx, ids);
      await trx.deleteFrom('advice_country').where('advice_id', 'in', ids).execute();
    });
    await run(countsOfAll.down(engine));
    await run(countryTallies.down(engine));
    await run(countryTallies.up(engine));
    await run(countsOfAll.up(engine));
    expect(await tallyFaults(db)).toEqual([]);
    await expectWalked();
  });
});
