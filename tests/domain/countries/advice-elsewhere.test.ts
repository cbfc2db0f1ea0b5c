import { beforeAll, expect, it } from 'vitest';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import { listAdviceCounts } from '#db/queries/country-counts.ts';
import { adviceForm } from '#tests/advice.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { tallyFaults } from '#tests/tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('advice on a country that its meeting is not on', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await open());
  });

  it('is counted there for those who read the meeting, not for all who cover the country', async () => {
    const [officer, outsider] = [await world.as('officer'), await world.as('outsider')];
    const covered = await world.db
      .selectFrom('team_country')
      .innerJoin('country', 'country.id', 'team_country.country_id')
      .select(['country.id', 'country.iso3'])
      .where('team_country.team_id', 'in', [...outsider.actor.teamIds])
      .where('country.iso3', '=', 'PER')
      .executeTakeFirstOrThrow();
    const interaction = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        sensitivity: 'confidential',
        countries: ['TGO'],
        countriesChosen: 'yes',
      }),
    );
    const given = await giveAdvice(
      officer,
      adviceForm(officer, {
        recipients: [`organisation:${world.ministry.ref}`],
        countries: [covered.iso3],
        interaction,
      }),
    );
    expect(given.outcome).toBe('saved');
    const counted = async ({ actor }: typeof officer) => {
      const rows = await listAdviceCounts(world.db, actor, covered.id, {
        since: '2024-01-01',
        until: '2999-12',
      });
      return rows.reduce((sum, row) => sum + (row.status_id === null ? 0 : row.pieces), 0);
    };
    expect([await counted(officer), await counted(outsider)]).toEqual([1, 0]);
    expect(await tallyFaults(world.db)).toEqual([]);
  });
});
