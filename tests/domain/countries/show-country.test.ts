import { beforeAll, expect, it } from 'vitest';
import { listAdviceRegister } from '#app/domain/advice/list-advice.server.ts';
import { listCountryPage } from '#app/domain/countries/list-countries.server.ts';
import { showCountry } from '#app/domain/countries/show-country.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { blankAdvice, blankFollowUp } from '#app/domain/interactions/form.ts';
import { listInteractions } from '#app/domain/interactions/list-interactions.server.ts';
import { LIST_WORDS, type ListWords } from '#app/domain/interactions/read-list-question.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import { adviceRequest } from '#tests/advice.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

const NOW = new Date('2026-11-24T10:00:00Z');

describeOnBoth('the page of a country', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await open());
    await fill(world);
  });

  it('shows numbers that equal the rows they open, whoever looks', async () => {
    let seen = 0;
    for (const name of ['officer', 'colleague', 'manager', 'writer', 'outsider', 'admin']) {
      const context = await world.as(name, NOW);
      const { work, years } = await showCountry(context, 'TGO');
      for (const [index, { from, to }] of work.quarters.entries()) {
        const words = { country: 'TGO', from, to, state: 'held' };
        for (const area of work.areas) {
          const rows = await countRows(context, { ...words, work_area: area.code });
          expect(area.counts[index], `${name} ${area.code} ${from}`).toBe(rows);
          seen += rows;
        }
        for (const type of work.types) {
          const rows = await countRows(context, { ...words, partner_type: type.code });
          expect(type.counts[index], `${name} ${type.code} ${from}`).toBe(rows);
          seen += rows;
        }
      }
      const { from, to } = years;
      expect(years.held).toBe(await countRows(context, { country: 'TGO', from, to, state: 'held' }));
    }
    expect(seen).toBeGreaterThan(40);
  });

  it('counts what an actor may see: more for the team, nothing for an administrator', async () => {
    const held = async (name: string) => (await showCountry(await world.as(name, NOW), 'TGO')).years.held;
    const [officer, colleague, outsider, admin] = await Promise.all(
      ['officer', 'colleague', 'outsider', 'admin'].map(held),
    );
    expect([officer, colleague, outsider, admin]).toEqual([7, 6, 5, 0]);
  });

  it('says when each kind of partner was met last, by meetings held alone', async () => {
    const { work, lastContact } = await showCountry(await world.as('officer', NOW), 'TGO');
    expect(lastContact?.on).toBe('2026-11-20');
    const byCode = Object.fromEntries(work.types.map(({ code, days, age }) => [code, [days, age]]));
    expect(byCode).toEqual({ STATE: [4, 'recent'], NGO: [218, 'neglected'] });
  });

  it('names the people met most, without those who are hidden', async () => {
    const names = async (name: string) =>
      (await showCountry(await world.as(name, NOW), 'TGO')).work.keyPeople.map((one) => one.name);
    expect(await names('officer')).toContain('Heron');
    expect(await names('outsider')).not.toContain('Heron');
    expect((await names('outsider'))[0]).toBe('Afi Mensah');
  });

  it('tells what came of the advice, in numbers that equal the register', async () => {
    for (const name of ['officer', 'outsider']) {
      const context = await world.as(name, NOW);
      const { advice } = await showCountry(context, 'TGO');
      for (const { code, count } of advice.steps) {
        const question = adviceRequest({ country: 'TGO', status: code, from: advice.since });
        expect((await listAdviceRegister(context, question)).advice).toHaveLength(count);
      }
      expect(advice.total).toBe(name === 'officer' ? 3 : 2);
      expect(advice.waiting?.count).toBe(1);
    }
  });

  it('gives each fact its source and date, and says unknown what is not in the lists', async () => {
    const officer = await world.as('officer', NOW);
    const togo = await showCountry(officer, 'TGO');
    expect(togo.opcat).toMatchObject({
      status: 'party',
      boundOn: '2010-07-20',
      fact: { asOf: '2026-02-03', confidence: 'sourced' },
    });
    expect(togo.treaties.find(({ code }) => code === 'ACHPR')?.fact?.confidence).toBe('recalled');
    const zimbabwe = await showCountry(officer, 'ZWE');
    expect(zimbabwe.opcat).toMatchObject({ status: undefined, fact: null });
    expect(zimbabwe.mechanism.standing).toEqual({ kind: 'unknown' });
    await expect(showCountry(officer, 'XXX')).rejects.toBeInstanceOf(NotFound);
    await expect(showCountry(officer, '__proto__')).rejects.toBeInstanceOf(NotFound);
  });

  it('shows open follow-ups and the latest interactions as far as the actor sees them', async () => {
    const officer = await showCountry(await world.as('officer', NOW), 'TGO');
    const outsider = await showCountry(await world.as('outsider', NOW), 'TGO');
    expect(officer.followUps.map(({ title }) => title).sort()).toEqual(['Ask the bar', 'Send comments']);
    expect(outsider.followUps.map(({ title }) => title)).toEqual(['Send comments']);
    expect(outsider.latest.every(({ level }) => level === 'internal')).toBe(true);
    const sealed = officer.latest.find(({ level }) => level === 'sealed');
    expect(sealed).toMatchObject({ summary: '', with: [] });
  });

  it('lists countries by region, name and team with the same numbers', async () => {
    const officer = await world.as('officer', NOW);
    const ask = (words: Partial<Record<'q' | 'region' | 'team', string>>) =>
      listCountryPage(officer, { q: '', region: '', team: '', ...words });
    const all = await ask({ region: 'all' });
    expect(all.count).toBe(200);
    const togo = all.regions.flatMap(({ countries }) => countries).find(({ iso3 }) => iso3 === 'TGO');
    expect(togo).toMatchObject({ held: 7, lastOn: '2026-11-20', mine: true });
    expect((await ask({})).regions.map(({ name }) => name)).toEqual(['Africa']);
    expect((await ask({ q: 'cote' })).regions[0]?.countries.map(({ iso3 }) => iso3)).toEqual(['CIV']);
    const team = officer.reference.teams.find(({ name }) => name === 'Latin America team')?.ref ?? '';
    expect((await ask({ team })).count).toBe(2);
    await expect(ask({ region: 'Atlantis' })).rejects.toThrow('not one of those');
  });
});

async function countRows(context: Context, words: Partial<ListWords>): Promise<number> {
  const blank = Object.fromEntries(LIST_WORDS.map((name) => [name, ''])) as ListWords;
  return (await listInteractions(context, { words: { ...blank, ...words }, paging: {}, oldestFirst: false }))
    .count;
}

/** Meetings of every level and state, over two years, with a hidden person, advice and follow-ups. */
async function fill(world: World): Promise<void> {
  const officer = await world.as('officer', NOW);
  const ministry = [{ organisation: world.ministry.ref }];
  const advice = (text: string) => [{ ...blankAdvice(), text, topic: 'npm_law' }];
  const task = (title: string) => [{ ...blankFollowUp(officer.actor.ref, '2026-12-01'), title }];
  const heron = await world.addPerson(officer, {
    name: 'Heron',
    level: 'restricted',
    positions: [{ organisationId: world.league.id, title: 'Member' }],
  });
  const log = (date: string, partners: Parameters<typeof meetingForm>[1], rest = {}) =>
    logged(officer, meetingForm(officer, partners, { date, ...rest }));
  await log('2026-11-20', [{ person: world.minister.ref }], { followUps: task('Send comments') });
  await log('2026-10-02', [{ person: world.minister.ref }, { person: world.adviser.ref }], {
    workAreas: ['legal_instruments', 'capacities'],
    advice: advice('Keep immunity'),
  });
  await log('2026-04-20', [{ organisation: world.league.ref }, ...ministry], {
    advice: advice('Publish it'),
  });
  await log('2026-02-28', [{ person: heron.ref }]);
  await log('2025-12-31', [{ person: world.minister.ref }]);
  await log('2025-01-01', ministry, { workAreas: ['tools'] });
  await log('2024-12-31', ministry);
  await log('2026-11-10', ministry, {
    sensitivity: 'confidential',
    advice: advice('Name the seat'),
    followUps: task('Ask the bar'),
  });
  await log('2026-11-12', ministry, { sensitivity: 'sealed', summary: 'Not for the list' });
  await log('2026-12-15', ministry);
  await archiveInteraction(officer, await log('2026-11-01', ministry));
}
