import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { blankAdvice, blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { commit } from '#app/domain/kernel/commit.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { addOrganisation } from '#app/domain/organisations/add-organisation.server.ts';
import { assignCountries } from '#app/domain/teams/assign-countries.server.ts';
import { writeInteractionAudience } from '#db/audience.ts';
import { transact, type Db } from '#db/client.ts';
import { writePersonAudience } from '#db/person-audience.ts';
import { moveTallies } from '#db/queries/tally-batches.ts';
import { findVisibleInteraction } from '#db/queries/interaction-reads.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { tallyFaults, tallyRecounts } from '#tests/tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const READERS = [
  'interaction_reader',
  'advice_reader',
  'commitment_reader',
  'follow_up_reader',
  'assessment_reader',
  'person_reader',
] as const;

/** Every row that says who may read, and the circle of each interaction by its teams. */
async function audiences(db: Db): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of READERS) {
    const rows = await db.selectFrom(table).selectAll().execute();
    found[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  const circles = await db
    .selectFrom('interaction')
    .innerJoin('circle', 'circle.id', 'interaction.circle_id')
    .select(['interaction.id', 'circle.key'])
    .orderBy('interaction.id')
    .execute();
  return { ...found, circles: circles.map((row) => `${row.id} ${row.key}`) };
}

/** The same, with each record's readers derived anew from its own rows; nothing of it is kept. */
async function recounted(db: Db, day: string): Promise<Record<string, string[]>> {
  let found: Record<string, string[]> = {};
  const undo = new Error('only looked');
  await transact(db, async (trx) => {
    for (const table of READERS) await trx.deleteFrom(table).execute();
    for (const { id } of await trx.selectFrom('interaction').select('id').execute()) {
      await writeInteractionAudience(trx, id);
    }
    for (const { id } of await trx.selectFrom('person').select('id').execute()) {
      await writePersonAudience(trx, id, day);
    }
    found = await audiences(trx);
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return found;
}

describeOnBoth('a team and the countries that it covers', (open) => {
  let world: World;
  let admin: Context;
  let officer: Context;
  let outsider: Context;
  const refOf = (context: Context, id: number) => context.reference.teamById(id).ref;
  const covers = async (team: keyof World['teams'], iso3: string[]) => {
    const context = await world.as('admin');
    return assignCountries(context, refOf(context, world.teams[team]), iso3);
  };
  const expectSound = async () => {
    expect(await audiences(world.db)).toEqual(await recounted(world.db, today(officer)));
    expect(await tallyFaults(world.db)).toEqual([]);
  };

  beforeAll(async () => {
    world = await makeWorld(await open());
    admin = await world.as('admin');
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    const colleague = await world.as('colleague');
    const benin = await commit(officer, (work) =>
      addOrganisation(work, {
        name: 'Commission du Bénin',
        acronym: null,
        partnerType: 'NHRI-OMB',
        countryId: officer.reference.findCountry('BEN')?.id ?? null,
      }),
    );
    for (const [index, sensitivity] of (
      ['internal', 'confidential', 'restricted', 'sealed'] as const
    ).entries()) {
      for (const partner of [world.ministry, world.defensoria, benin]) {
        const ref = await logged(
          officer,
          meetingForm(officer, [{ organisation: partner.ref }, { person: world.minister.ref }], {
            sensitivity,
            date: addDays(today(officer), -40 * index),
            readers: [officer.actor.ref],
            staff: [colleague.actor.ref],
            workAreas: ['legal_instruments', 'capacities'],
            advice: [{ ...blankAdvice(), text: 'Keep immunity' }],
            commitments: [{ ...blankCommitment(), text: 'The draft law' }],
            followUps: [{ ...blankFollowUp(officer.actor.ref, today(officer)), title: 'Send comments' }],
            assessment: 'They are willing',
          }),
        );
        if (partner === benin) await archiveInteraction(officer, ref);
      }
    }
    await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        sensitivity: 'confidential',
        date: addDays(today(officer), 9),
        countries: ['TGO', 'PER'],
        countriesChosen: '1',
      }),
    );
    for (const level of ['internal', 'confidential', 'restricted'] as const) {
      for (const organisation of [world.ministry, world.defensoria]) {
        await world.addPerson(officer, {
          name: `Person ${level}`,
          level,
          positions: [{ organisationId: organisation.id, title: 'Adviser', fromOn: '2020-01-01' }],
        });
      }
    }
    await expectSound();
  });

  it('reads what is confidential in a country that it is given, its people too', async () => {
    expect(await covers('americas', ['PER', 'CHL', 'TGO'])).toMatchObject({ outcome: 'saved' });
    await expectSound();
    const rows = await world.db.selectFrom('interaction').select(['ref', 'level']).execute();
    const seen = async (context: Context) => {
      const found = await Promise.all(
        rows.map(async ({ ref }) => findVisibleInteraction(world.db, context.actor, ref)),
      );
      return found.flatMap((row) => (row ? [row.level] : []));
    };
    expect((await seen(outsider)).filter((level) => level === 1).length).toBeGreaterThan(1);
    expect((await seen(outsider)).filter((level) => level > 1)).toEqual([]);
    expect(await seen(admin)).toEqual([]);
  });

  it('reads nothing of a country that it is taken from, unless it wrote or another country lets it', async () => {
    await covers('africa', ['SEN']);
    await expectSound();
    await covers('americas', []);
    await expectSound();
    await covers('europe', ['ALB', 'TGO', 'PER', 'BEN']);
    await expectSound();
  });

  it('goes in several batches as it goes in one', async () => {
    // more confidential interactions than a batch holds, copied as rows: what is tested is the rewriting
    const one = await world.db
      .selectFrom('interaction')
      .innerJoin('interaction_country', 'interaction_country.interaction_id', 'interaction.id')
      .selectAll('interaction')
      .select('country_id')
      .where('interaction.level', '=', 1)
      .where('interaction.archived_at', 'is', null)
      .executeTakeFirstOrThrow();
    const { id: _id, country_id, ...copied } = one;
    const team = officer.reference.countries.find((country) => country.id === country_id)?.iso3 ?? '';
    for (let part = 0; part < 6; part += 1) {
      const rows = Array.from({ length: 100 }, () => ({ ...copied, ref: randomBytes(5).toString('hex') }));
      const made = await world.db.insertInto('interaction').values(rows).returning('id').execute();
      const links = made.map(({ id }) => ({
        interaction_id: id,
        country_id,
        level: 1,
        kind_id: copied.kind_id,
        occurred_on: copied.occurred_on,
      }));
      await world.db.insertInto('interaction_country').values(links).execute();
    }
    // what was counted is forgotten with the counts themselves
    await world.db.updateTable('advice_country').set({ circle_id: null }).execute();
    for (const table of Object.keys(tallyRecounts))
      await sql`delete from ${sql.table(table)}`.execute(world.db);
    await transact(world.db, async (trx) => {
      for (const { id } of await trx.selectFrom('interaction').select('id').execute()) {
        await writeInteractionAudience(trx, id);
      }
      const all = await trx.selectFrom('interaction').select('id').execute();
      await moveTallies(
        trx,
        all.map(({ id }) => id),
        1,
      );
    });
    await expectSound();
    await covers('americas', [team]);
    await expectSound();
    await covers('americas', ['CHL']);
    await expectSound();
    // seven hundred audiences are written six times: most of a minute on a busy machine
  }, 120_000);

  it('is for administrators, takes countries of the list only, and writes nothing where nothing changes', async () => {
    const events = async () => (await world.db.selectFrom('audit_event').select('id').execute()).length;
    const before = await events();
    const ref = refOf(officer, world.teams.americas);
    await expect(assignCountries(officer, ref, ['TGO'])).rejects.toThrow(/administrators/);
    await expect(assignCountries(admin, 'zzzzzzzzzz', ['TGO'])).rejects.toThrow();
    expect(await assignCountries(admin, ref, ['XXX'])).toMatchObject({ outcome: 'refused' });
    expect(await assignCountries(admin, ref, ['CHL'])).toMatchObject({ outcome: 'saved' });
    expect(await events()).toBe(before);
    await covers('americas', ['CHL', 'PER']);
    expect(await events()).toBe(before + 1);
  });
});
