import { beforeAll, expect, it } from 'vitest';
import { listFeeds } from '#app/domain/calendar/list-feeds.server.ts';
import { openFeed } from '#app/domain/calendar/open-feed.server.ts';
import { readFeed } from '#app/domain/calendar/read-feed.server.ts';
import { revokeFeed } from '#app/domain/calendar/revoke-feed.server.ts';
import { findEvent } from '#app/domain/calendar/find-event.server.ts';
import { blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { LEVELS } from '#db/levels.ts';
import { everyRow, expectNothing, recordedBy } from '../../audit-watch.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('a calendar feed', (open) => {
  let world: World;
  let officer: Context;
  let day: string;
  let key = 0;

  const opened = async (context: Context, what: string): Promise<{ ref: string; token: string }> => {
    const result = await openFeed(context, { key: `key of a feed ${(key += 1)}`, what });
    if (result.outcome !== 'opened') throw new Error(JSON.stringify(result));
    return result;
  };
  const titlesIn = async (token: string) => {
    const { now, keys, random, filesDirectory } = officer;
    const { entries } = await readFeed({ db: world.db, now, keys, random, filesDirectory }, token);
    return entries.map((entry) => [entry.level, entry.title]);
  };
  const teamOf = (id: number) => `team:${officer.reference.teamById(id).ref}`;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    day = addDays(today(officer), 4);
    for (const sensitivity of LEVELS) {
      await logged(
        officer,
        meetingForm(officer, [{ organisation: world.ministry.ref, person: world.minister.ref }], {
          date: day,
          time: '10:00',
          place: `The ${sensitivity} house`,
          sensitivity,
          countries: ['TGO'],
          countriesChosen: 'yes',
          staff: [officer.actor.ref],
          summary: `A ${sensitivity} meeting`,
          followUps: [{ ...blankFollowUp(officer.actor.ref, day), title: `A ${sensitivity} task` }],
          commitments: [{ ...blankCommitment(), text: `A ${sensitivity} promise`, by: 'us', due: day }],
        }),
      );
    }
  });

  it('is opened and revoked with a record that does not tell its address, once each', async () => {
    const outsider = await world.as('outsider');
    const form = { key: 'a key of my own', what: 'mine' };
    let token = '';
    expect(
      await recordedBy(world.db, async () => {
        const result = await openFeed(officer, form);
        if (result.outcome === 'opened') token = result.token;
      }),
    ).toEqual(['feed.opened']);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await everyRow(world.db)).not.toContain(token);
    await expectNothing(world.db, 'already-opened', () => openFeed(officer, form));
    for (const what of [
      '',
      'yours',
      'team:zzzzzzzzzz',
      'country:XXX',
      teamOf(world.teams.europe),
      '__proto__',
    ]) {
      await expectNothing(world.db, 'refused', () => openFeed(officer, { key: 'another key', what }));
    }
    await expectNothing(world.db, 'refused', () => openFeed(officer, { key: 'short', what: 'mine' }));
    await expectNothing(world.db, 'Forbidden', async () =>
      openFeed(await world.as('admin'), { key: 'key of an admin', what: 'mine' }),
    );
    const [feed] = (await listFeeds(officer)).feeds;
    expect(feed).toMatchObject({ scope: 'mine', answers: true });
    expect((await listFeeds(outsider)).feeds).toEqual([]);
    const ref = feed?.ref ?? '';
    await expectNothing(world.db, 'NotFound', () => revokeFeed(outsider, ref));
    await expectNothing(world.db, 'NotFound', () => revokeFeed(officer, 'zzzzzzzzzz'));
    expect(await titlesIn(token)).not.toEqual([]);
    expect(await recordedBy(world.db, () => revokeFeed(officer, ref))).toEqual(['feed.revoked']);
    await expect(titlesIn(token)).rejects.toMatchObject({ name: 'NotFound' });
    await expectNothing(world.db, 'NotFound', () => revokeFeed(officer, ref));
    expect((await listFeeds(officer)).feeds).toEqual([]);
  });

  it('tells what is internal, that something is confidential, and nothing above', async () => {
    for (const what of ['mine', teamOf(world.teams.africa), 'country:TGO']) {
      const told = await titlesIn((await opened(officer, what)).token);
      expect([...told].sort(), what).toEqual([
        ['confidential', ''],
        ['confidential', ''],
        ['confidential', ''],
        ['internal', 'A internal meeting'],
        ['internal', 'A internal promise'],
        ['internal', 'A internal task'],
      ]);
    }
    const { token } = await opened(officer, 'country:TGO');
    const { now, keys, random, filesDirectory } = officer;
    const text = JSON.stringify(await readFeed({ db: world.db, now, keys, random, filesDirectory }, token));
    expect(text).not.toMatch(/confidential (?:meeting|task|promise|house)|restricted|sealed|Mensah|Ministry/);
  });

  it('tells each owner no more than they may see', async () => {
    const outsider = await world.as('outsider');
    const told = await titlesIn((await opened(outsider, 'country:TGO')).token);
    expect([...told].sort()).toEqual([
      ['internal', 'A internal meeting'],
      ['internal', 'A internal promise'],
      ['internal', 'A internal task'],
    ]);
    expect(await titlesIn((await opened(outsider, 'mine')).token)).toEqual([]);
  });

  it('leaves out what lies further than three months back or a year ahead', async () => {
    const { token } = await opened(officer, 'mine');
    const before = await titlesIn(token);
    for (const on of [addDays(day, -100), addDays(day, 370)]) {
      await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }], { date: on }));
    }
    expect(await titlesIn(token)).toEqual(before);
  });

  it('ends with the membership, the role and the account of its owner, at the next request', async () => {
    const manager = await world.as('manager');
    const colleague = await world.as('colleague');
    const team = await opened(manager, teamOf(world.teams.europe));
    const mine = await opened(manager, 'mine');
    const other = await opened(colleague, 'country:TGO');
    await titlesIn(team.token);
    await world.db
      .deleteFrom('account_team')
      .where('account_id', '=', manager.actor.accountId)
      .where('team_id', '=', world.teams.europe)
      .execute();
    await expect(titlesIn(team.token)).rejects.toMatchObject({ name: 'NotFound' });
    expect((await listFeeds(await world.as('manager'))).feeds).toMatchObject([
      { answers: false },
      { answers: true },
    ]);
    await titlesIn(mine.token);
    await world.db
      .updateTable('account_role')
      .set({ role: 'administrator' })
      .where('account_id', '=', manager.actor.accountId)
      .execute();
    await expect(titlesIn(mine.token)).rejects.toMatchObject({ name: 'NotFound' });
    await titlesIn(other.token);
    await world.db
      .updateTable('account')
      .set({ disabled_at: new Date().toISOString() })
      .where('id', '=', colleague.actor.accountId)
      .execute();
    await expect(titlesIn(other.token)).rejects.toMatchObject({ name: 'NotFound' });
    for (const token of ['', 'x', 'x'.repeat(43), '../../etc/passwd', `${other.token}'`])
      await expect(titlesIn(token)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('has its events one by one for who may see them, as a feed would tell them', async () => {
    const outsider = await world.as('outsider');
    const rows = await world.db
      .selectFrom('interaction')
      .select(['ref', 'level'])
      .where('occurred_on', '=', day)
      .execute();
    for (const { ref, level } of rows) {
      const hidden = findEvent(outsider, 'interaction', ref);
      if (level === 0) expect(await hidden).toMatchObject({ ref });
      else await expect(hidden).rejects.toMatchObject({ name: 'NotFound' });
      const own = findEvent(officer, 'interaction', ref);
      if (level <= 1) expect((await own).title).toBe(level === 0 ? 'A internal meeting' : '');
      else await expect(own).rejects.toMatchObject({ name: 'NotFound' });
    }
    for (const [noun, table] of [
      ['follow_up', 'follow_up'],
      ['commitment', 'commitment'],
    ] as const) {
      const [row] = await world.db.selectFrom(table).select('ref').where('level', '=', 0).execute();
      expect(await findEvent(officer, noun, row?.ref ?? '')).toMatchObject({ on: day, noun });
      await expect(findEvent(officer, 'interaction', row?.ref ?? '')).rejects.toMatchObject({
        name: 'NotFound',
      });
    }
    for (const ref of ['zzzzzzzzzz', '', "' or 1=1"])
      await expect(findEvent(officer, 'review', ref)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
