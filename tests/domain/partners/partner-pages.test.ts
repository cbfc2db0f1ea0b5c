import { beforeAll, expect, it } from 'vitest';
import { showInstrument } from '#app/domain/instruments/show-instrument.server.ts';
import { blankAdvice, blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import { readPaging } from '#app/domain/kernel/cursor.ts';
import { BadRequest, NotFound } from '#app/domain/kernel/errors.ts';
import { listOrganisationPage } from '#app/domain/organisations/list-organisations.server.ts';
import { showOrganisation } from '#app/domain/organisations/show-organisation.server.ts';
import { listPeoplePage } from '#app/domain/people/list-people.server.ts';
import { showPerson } from '#app/domain/people/show-person.server.ts';
import { searchNames } from '#app/domain/search/search-names.server.ts';
import { showWorkArea } from '#app/domain/work-areas/show-work-area.server.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

const NOW = new Date('2026-11-24T10:00:00Z');

describeOnBoth('the pages of partners', (open) => {
  let world: World;
  let heron: { id: number; ref: string };
  beforeAll(async () => {
    world = await makeWorld(await open());
    const officer = await world.as('officer', NOW);
    heron = await world.addPerson(officer, {
      name: 'Heron',
      level: 'restricted',
      isCodeName: true,
      atRisk: true,
      positions: [{ organisationId: world.ministry.id, title: 'Source' }],
    });
    const log = (date: string, partners: Parameters<typeof meetingForm>[1], rest = {}) =>
      logged(officer, meetingForm(officer, partners, { date, ...rest }));
    for (let day = 10; day < 35; day += 1) {
      // two people of one ministry: the meeting stands in its timeline once
      const both = [{ person: world.minister.ref }, { person: world.adviser.ref }];
      await log(`2026-0${day < 20 ? 3 : 4}-${day % 10 < 5 ? '11' : '12'}`, both, {
        summary: `Meeting ${day}`,
      });
    }
    await log('2026-11-20', [{ person: heron.ref }], { summary: 'Only Heron was there' });
    await log('2026-11-19', [{ organisation: world.ministry.ref }], {
      summary: 'Draft law',
      instruments: ['OPCAT'],
      advice: [{ ...blankAdvice(), text: 'Keep immunity', topic: 'npm_law', provision: 'OPCAT/18' }],
      commitments: [
        { ...blankCommitment(), text: 'Send the draft law', due: '2026-12-01' },
        { ...blankCommitment(), text: 'Read it', by: 'us' },
      ],
      followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-12-01'), title: 'Send comments' }],
    });
    await log('2026-11-18', [{ organisation: world.ministry.ref }], {
      summary: 'Behind closed doors',
      sensitivity: 'confidential',
    });
  });

  it('turns the pages of a timeline without losing or repeating a row', async () => {
    for (const name of ['officer', 'outsider']) {
      const context = await world.as(name, NOW);
      const seen: string[] = [];
      let older: string | null = '';
      let last = '';
      while (older !== null) {
        const { timeline } = await showOrganisation(context, world.ministry.ref, readPaging(older, ''));
        seen.push(...timeline.entries.map(({ ref }) => ref));
        last = timeline.newer ?? last;
        older = timeline.older;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(name === 'officer' ? 28 : 26);
      const back = await showOrganisation(context, world.ministry.ref, readPaging('', last));
      expect(back.timeline.entries.map(({ ref }) => ref)).toEqual(seen.slice(0, 20));
      expect(back.timeline.newer).toBeNull();
    }
  });

  it('turns at the day where the row it was turned at is hidden, as where it never was', async () => {
    const outsider = await world.as('outsider', NOW);
    const officer = await world.as('officer', NOW);
    const hidden = (await showOrganisation(officer, world.ministry.ref, {})).timeline.entries[2]?.ref ?? '';
    const answers = await Promise.all(
      [hidden, '0000000000'].map((ref) =>
        showOrganisation(outsider, world.ministry.ref, readPaging(`2026-11-18~${ref}`, '')),
      ),
    );
    expect(answers[0]?.timeline).toEqual(answers[1]?.timeline);
    for (const cursor of ['x', '2026-02-31~0000000000', '2026-11-18~1', '2026-11-18~0000000000~1', '1']) {
      expect(() => readPaging(cursor, '')).toThrow(BadRequest);
    }
    expect(() => readPaging('2026-11-18~0000000000', '2026-11-18~0000000000')).toThrow(BadRequest);
  });

  it('shows an organisation its people, advice, promises and follow-ups', async () => {
    const page = await showOrganisation(await world.as('officer', NOW), world.ministry.ref, {});
    expect(page.people.map(({ name }) => name)).toEqual(['Afi Mensah', 'Heron', 'Kodjo Adjavon']);
    expect(page.lastMetOn).toBe('2026-11-20');
    expect(page.heldInYear).toBe(28);
    expect(page.advice.map((one) => [one.text, one.status, one.instrument?.label])).toEqual([
      ['Keep immunity', 'Given', 'OPCAT, 18'],
    ]);
    expect(page.theirs.map(({ text }) => text)).toEqual(['Send the draft law']);
    expect(page.ours.map(({ text, byUs }) => [text, byUs])).toEqual([['Read it', 'The officer']]);
    expect(page.followUps.map(({ title, mayComplete }) => [title, mayComplete])).toEqual([
      ['Send comments', true],
    ]);
    await expect(showOrganisation(await world.as('officer', NOW), '0000000000', {})).rejects.toThrow(
      NotFound,
    );
  });

  it('leaves no trace of a hidden person: not in people, timelines, contacts, counts, names or filters', async () => {
    const outsider = await world.as('outsider', NOW);
    const page = await showOrganisation(outsider, world.ministry.ref, {});
    expect(page.people.map(({ name }) => name)).toEqual(['Afi Mensah', 'Kodjo Adjavon']);
    expect(page.lastMetOn).toBe('2026-11-19');
    expect(page.heldInYear).toBe(26);
    expect(JSON.stringify(page)).not.toMatch(/Heron|closed doors/);
    const people = await listPeoplePage(outsider, { q: '', country: '', after: '' });
    expect(people.people.map(({ name }) => name)).toEqual(['Afi Mensah', 'Kodjo Adjavon']);
    expect(people.count).toBe(2);
    expect((await searchNames(outsider, 'heron')).people).toEqual([]);
    const refusals = await Promise.all(
      [heron.ref, '0000000000'].map((after) =>
        listPeoplePage(outsider, { q: '', country: '', after }).catch((error: Error) => error.message),
      ),
    );
    expect(refusals[0]).toBe(refusals[1]);
    for (const ref of [heron.ref, '0000000000', '', '../admin']) {
      await expect(showPerson(outsider, ref, {})).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('shows a person at risk to those who may see them, and records that they looked', async () => {
    const officer = await world.as('officer', NOW);
    const opened = () =>
      world.db.selectFrom('audit_event').selectAll().where('action', '=', 'person.opened').execute();
    const before = (await opened()).length;
    const page = await showPerson(officer, heron.ref, {});
    expect(page).toMatchObject({
      isCodeName: true,
      atRisk: true,
      level: 'restricted',
      lastMetOn: '2026-11-20',
    });
    expect(page.positions.map(({ title, organisation }) => [title, organisation.ref])).toEqual([
      ['Source', world.ministry.ref],
    ]);
    expect((await opened()).length).toBe(before + 1);
    await showPerson(officer, world.minister.ref, {});
    expect((await opened()).length).toBe(before + 1);
  });

  it('finds organisations by any word of a name, by country and by kind with those below it', async () => {
    const officer = await world.as('officer', NOW);
    const ask = async (words: Partial<Record<'q' | 'country' | 'partnerType' | 'after', string>>) =>
      (await listOrganisationPage(officer, { q: '', country: '', partnerType: '', after: '', ...words }))
        .organisations;
    expect((await ask({ q: 'DROITS ligue' })).map(({ ref }) => ref)).toEqual([world.league.ref]);
    expect((await ask({ q: 'moj' })).map(({ ref }) => ref)).toEqual([world.ministry.ref]);
    expect((await ask({ country: 'PER' })).map(({ ref }) => ref)).toEqual([world.defensoria.ref]);
    expect((await ask({ partnerType: 'STATE' })).map(({ ref }) => ref)).toEqual([world.ministry.ref]);
    expect(await ask({ q: '%' })).toHaveLength((await ask({})).length);
    await expect(ask({ partnerType: 'nope' })).rejects.toBeInstanceOf(BadRequest);
    await expect(ask({ after: "' or 1=1" })).rejects.toBeInstanceOf(BadRequest);
  });

  it('ties meetings, advice and follow-ups to instruments and work areas', async () => {
    const outsider = await world.as('outsider', NOW);
    const opcat = await showInstrument(outsider, 'OPCAT', '');
    expect(opcat.latest.map(({ summary }) => summary)).toEqual(['Draft law']);
    expect(opcat.advice.map(({ text }) => text)).toEqual(['Keep immunity']);
    expect(opcat.states?.counts.map(({ count }) => count).slice(0, 2)).toEqual([96, 11]);
    const signed = await showInstrument(outsider, 'OPCAT', 'signed');
    expect(signed.states?.rows.find(({ iso3 }) => iso3 === 'AGO')?.standing.signedOn).toBe('2013-09-24');
    await expect(showInstrument(outsider, 'OPCAT', 'nope')).rejects.toBeInstanceOf(BadRequest);
    await expect(showInstrument(outsider, 'NOPE', '')).rejects.toBeInstanceOf(NotFound);
    const area = await showWorkArea(outsider, 'legal_instruments', 'TGO', {});
    expect(area.timeline.entries[0]?.summary).toBe('Only Heron was there');
    expect(area.timeline.entries[0]?.with).toEqual([]);
    expect(area.followUps.map(({ title }) => title)).toEqual(['Send comments']);
    expect((await showWorkArea(outsider, 'legal_instruments', 'PER', {})).timeline.entries).toEqual([]);
    await expect(showWorkArea(outsider, 'nope', '', {})).rejects.toBeInstanceOf(NotFound);
  });

  it('shows an administrator organisations and facts, and no record', async () => {
    const admin = await world.as('admin', NOW);
    const page = await showOrganisation(admin, world.ministry.ref, {});
    expect([page.people, page.timeline.entries, page.advice, page.theirs, page.ours, page.followUps]).toEqual(
      Array.from({ length: 6 }, () => []),
    );
    expect(page.lastMetOn).toBeNull();
    await expect(showPerson(admin, world.minister.ref, {})).rejects.toBeInstanceOf(NotFound);
  });
});
