import { beforeAll, expect, it } from 'vitest';
import { resolveLines } from '#app/domain/partners/resolve-lines.server.ts';
import { recallPartner } from '#app/domain/partners/recall-partner.server.ts';
import { suggestPartners } from '#app/domain/partners/suggest-partners.server.ts';
import { suspectDuplicates } from '#app/domain/partners/suspect-duplicates.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const on = '2026-11-24';

describeOnBoth('partners while they are typed', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  const asked = async (context: Context, text: string, day = on, countries: string[] = []) =>
    (await suggestPartners(context, { text, on: day, countries })).map(({ name, detail, note }) => [
      name,
      detail,
      note,
    ]);

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    await world.addPerson(officer, {
      name: 'Essossinam Tossou',
      positions: [
        { organisationId: world.league.id, title: 'Delegate', fromOn: '2018', untilOn: '2024' },
        { organisationId: world.ministry.id, title: 'Deputy director', fromOn: '2024-06-01' },
      ],
    });
    await world.addPerson(officer, {
      name: 'Yawa Koffi',
      positions: [
        { organisationId: world.league.id, title: 'Treasurer', fromOn: '2015', untilOn: '2021-05' },
      ],
    });
    await world.addPerson(officer, {
      name: 'Délali Ægir-Łomé',
      level: 'confidential',
      owningTeamId: world.teams.africa,
      positions: [{ organisationId: world.ministry.id, title: 'Registrar' }],
    });
  });

  it('are found by name, acronym and organisation, without accents, in any order of words', async () => {
    expect((await asked(officer, 'moj'))[0]).toEqual(['Ministry of Justice', 'MoJ · Togo', '']);
    expect((await asked(officer, 'mens'))[0]?.[0]).toBe('Afi Mensah');
    expect((await asked(officer, 'mensah justice'))[0]).toEqual([
      'Afi Mensah',
      'Director of legislation, Ministry of Justice',
      '',
    ]);
    expect((await asked(officer, 'AEGIR delali'))[0]?.[0]).toBe('Délali Ægir-Łomé');
    expect((await asked(officer, 'defensoria'))[0]?.[0]).toBe('Defensoría del Pueblo');
    expect((await asked(officer, 'ministry')).map(([name]) => name)).toContain('Kodjo Adjavon');
  });

  it('take what is typed literally', async () => {
    for (const text of ['%', '_', '"', "'", '\\', '*', '', '   ', 'me%sah'])
      expect(await asked(officer, text)).toEqual([]);
  });

  it('show the position of the day, and say when the last one has ended', async () => {
    expect(await asked(officer, 'tossou', '2020-03-01')).toEqual([
      ['Essossinam Tossou', 'Delegate, Ligue des droits de l’homme', ''],
    ]);
    expect(await asked(officer, 'tossou', '2026-01-01')).toEqual([
      ['Essossinam Tossou', 'Deputy director, Ministry of Justice', ''],
    ]);
    // until 2024, known by its year, and from June 2024: both hold
    expect(await asked(officer, 'tossou', '2024-07-01')).toHaveLength(2);
    expect(await asked(officer, 'yawa')).toEqual([
      ['Yawa Koffi', 'Treasurer, Ligue des droits de l’homme', 'left in 2021'],
    ]);
  });

  it('leave no trace of somebody hidden: not in the list, in duplicates, in lines', async () => {
    expect(await asked(officer, 'delali')).toHaveLength(1);
    expect(await asked(outsider, 'delali')).toEqual([]);
    expect((await asked(outsider, 'ministry')).map(([name]) => name)).not.toContain('Délali Ægir-Łomé');
    const like = { kind: 'person', name: 'Delali Aegir-Lome', on } as const;
    expect(await suspectDuplicates(officer, like)).toHaveLength(1);
    expect(await suspectDuplicates(outsider, like)).toEqual([]);
    const [line] = await resolveLines(outsider, ['Délali Ægir-Łomé'], on);
    const [nobody] = await resolveLines(outsider, ['Délali Ægir-Łome'], on);
    expect(line?.choices).toEqual([]);
    expect(nobody?.choices).toEqual([]);
    const admin = await world.as('admin');
    expect(await asked(admin, 'moj')).toEqual([]);
  });

  it('warn of names that are alike, and of no others', async () => {
    const warned = async (name: string, kind: 'person' | 'organisation' = 'person') =>
      (await suspectDuplicates(officer, { kind, name, on })).map((one) => one.name);
    expect(await warned('Esso Tossou')).toEqual(['Essossinam Tossou']);
    expect(await warned('Afi Mensa')).toEqual(['Afi Mensah']);
    expect(await warned('Mensah Afi')).toEqual(['Afi Mensah']);
    expect(await warned('Kofi Mensah')).toEqual([]);
    expect(await warned('Afi')).toEqual([]);
    expect(await warned('Ministry of Justice of Togo', 'organisation')).toEqual(['Ministry of Justice']);
    expect(await warned('Ministry of Health', 'organisation')).toEqual([]);
  });

  it('answer for many lines at once', async () => {
    const matches = await resolveLines(
      officer,
      ['AFI MENSAH', 'MoJ', 'Kojo Adjavon', 'Akou Lawson', '12 trainers, 5 women'],
      on,
    );
    expect(
      matches.map(({ certain, choices, fresh }) => [certain, choices[0]?.name ?? null, fresh.kind]),
    ).toEqual([
      [true, 'Afi Mensah', 'new-person'],
      [true, 'Ministry of Justice', 'new-person'],
      [false, 'Kodjo Adjavon', 'new-person'],
      [false, null, 'new-person'],
      [false, null, 'group'],
    ]);
  });

  it('are remembered beside the form, as far as the reader may', async () => {
    await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { summary: 'Open to all' }),
    );
    await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        summary: 'For the team',
        sensitivity: 'confidential',
      }),
    );
    const seen = async (context: Context) =>
      (await recallPartner(context, world.ministry.ref))?.latest.map((one) => one.summary);
    expect(await seen(officer)).toEqual(['For the team', 'Open to all']);
    expect(await seen(outsider)).toEqual(['Open to all']);
    expect(await recallPartner(officer, 'nothing000')).toBeUndefined();
  });
});
