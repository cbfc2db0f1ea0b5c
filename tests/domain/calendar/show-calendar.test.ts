import { beforeAll, expect, it } from 'vitest';
import { putOffWords } from '#app/components/calendar/entry-words.ts';
import { feedEntries } from '#app/domain/calendar/feed-entries.server.ts';
import { findEvent } from '#app/domain/calendar/find-event.server.ts';
import { CALENDAR_WORDS, type CalendarWords } from '#app/domain/calendar/read-question.server.ts';
import { showCalendar } from '#app/domain/calendar/show-calendar.server.ts';
import { snoozeFollowUp, wakeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import { readingOf } from '#app/domain/reference/labels.server.ts';
import { calendarText } from '#app/web/ical-file.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { cancelInteraction } from '#app/domain/interactions/cancel-interaction.server.ts';
import { blankCommitment, blankFollowUp, type InteractionForm } from '#app/domain/interactions/form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';
import { addFacts } from './facts.ts';

/** A Wednesday. */
const NOW = new Date('2026-11-25T10:00:00.000Z');

describeOnBoth('the calendar', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;

  const ask = (context: Context, words: Partial<CalendarWords> = {}) =>
    showCalendar(context, {
      ...(Object.fromEntries(CALENDAR_WORDS.map((name) => [name, ''])) as CalendarWords),
      ...words,
    });
  const dayOf = async (context: Context, on: string, words: Partial<CalendarWords> = {}) => {
    const { days } = await ask(context, { whose: 'all', month: on.slice(0, 7), ...words });
    return days.find((day) => day.on === on);
  };
  const titles = async (context: Context, on: string, words: Partial<CalendarWords> = {}) =>
    (await dayOf(context, on, words))?.entries.map((entry) => entry.title);
  const plan = (context: Context, rest: Partial<InteractionForm>) =>
    logged(
      context,
      meetingForm(context, [{ organisation: world.ministry.ref }], {
        countries: ['TGO'],
        countriesChosen: 'yes',
        staff: [context.actor.ref],
        ...rest,
      }),
    );

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer', NOW);
    outsider = await world.as('outsider', NOW);
    await addFacts(world, officer);
  });

  it('shows a mission on each of its days, over the end of a month too', async () => {
    const ref = await plan(officer, {
      date: '2026-11-29',
      endDate: '2026-12-02',
      summary: 'Mission',
      kind: 'mission',
    });
    for (const on of ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']) {
      expect(await titles(officer, on)).toEqual(['Mission']);
      expect((await dayOf(officer, on))?.count).toBe(1);
      expect(await titles(officer, on, { day: on, month: '' })).toEqual(['Mission']);
    }
    expect((await dayOf(officer, '2026-12-03'))?.count).toBe(0);
    await archiveInteraction(officer, ref);
    expect((await dayOf(officer, '2026-12-01'))?.count).toBe(0);
  });

  it('tells the day by the hour, then what has none', async () => {
    await plan(officer, { date: '2026-12-07', summary: 'Without an hour' });
    await plan(officer, { date: '2026-12-07', time: '16:00', summary: 'Late' });
    await plan(officer, { date: '2026-12-07', time: '09:00', summary: 'Early' });
    expect(await titles(officer, '2026-12-07')).toEqual(['Early', 'Late', 'Without an hour']);
  });

  it('tells the hour of a zone that is no longer known as it was written', async () => {
    const ref = await plan(officer, { date: '2026-12-06', time: '10:00', summary: 'Elsewhere' });
    await world.db
      .updateTable('interaction')
      .set({ zone: 'Atlantis/Capital' })
      .where('ref', '=', ref)
      .execute();
    expect((await dayOf(officer, '2026-12-06'))?.entries).toMatchObject([{ time: '10:00', zone: null }]);
  });

  it('keeps what is cancelled, by word', async () => {
    const ref = await plan(officer, { date: '2026-12-08', summary: 'Called off' });
    await cancelInteraction(officer, ref, '');
    expect((await dayOf(officer, '2026-12-08'))?.entries).toMatchObject([{ ref, state: 'cancelled' }]);
  });

  it('is narrowed to mine, my teams, everybody, a kind, a country, a team and a work area', async () => {
    const colleague = await world.as('colleague', NOW);
    const on = '2026-12-09';
    await plan(officer, {
      date: on,
      summary: 'Mine',
      followUps: [{ ...blankFollowUp(colleague.actor.ref, on), title: 'For a colleague' }],
      commitments: [{ ...blankCommitment(), text: 'The draft', by: 'us', due: on }],
    });
    await plan(outsider, { date: on, summary: 'Theirs', countries: ['PER'], workAreas: ['tools'] });
    const asked = async (words: Partial<CalendarWords>) =>
      [...((await titles(officer, on, words)) ?? [])].sort();
    const all = ['For a colleague', 'Mine', 'The draft', 'Theirs'];
    expect((await dayOf(officer, on, { whose: 'all' }))?.count).toBe(4);
    expect(await asked({ whose: 'all', view: 'agenda' })).toEqual(all);
    expect(await asked({ whose: 'mine' })).toEqual(['Mine', 'The draft']);
    expect(await asked({ whose: '' })).toEqual(['For a colleague', 'Mine', 'The draft']);
    expect(await asked({ kind: 'meetings' })).toEqual(['Mine', 'Theirs']);
    expect(await asked({ kind: 'follow-ups' })).toEqual(['For a colleague']);
    expect(await asked({ kind: 'commitments' })).toEqual(['The draft']);
    expect(await asked({ country: 'PER' })).toEqual(['Theirs']);
    expect(await asked({ work_area: 'tools' })).toEqual(['Theirs']);
    expect(await asked({ country: 'TGO', work_area: 'tools' })).toEqual([]);
    const team = officer.reference.teamById(world.teams.americas).ref;
    expect(await asked({ team, whose: '' })).toEqual(['Theirs']);
    expect(await titles(colleague, on, { whose: 'mine' })).toEqual(['For a colleague']);
  });

  it('shows what was put off on the day until which it was, and says so', async () => {
    const [due, until] = ['2026-12-14', '2026-12-16'];
    const ref = await plan(officer, {
      date: '2026-11-24',
      countries: ['TGO'],
      workAreas: ['tools'],
      followUps: [{ ...blankFollowUp(officer.actor.ref, due), title: 'Put off' }],
    });
    const task = await world.db
      .selectFrom('follow_up')
      .innerJoin('interaction', 'interaction.id', 'follow_up.interaction_id')
      .select('follow_up.ref')
      .where('interaction.ref', '=', ref)
      .executeTakeFirstOrThrow();
    const team = officer.reference.teamById(world.teams.africa).ref;
    const ways = [{}, { whose: 'mine' }, { country: 'TGO' }, { work_area: 'tools' }, { team }];
    const found = async (on: string) => {
      const days = [];
      for (const words of ways)
        days.push((await titles(officer, on, { kind: 'follow-ups', ...words }))?.length);
      return days;
    };
    const [all, none] = [ways.map(() => 1), ways.map(() => 0)];
    expect([await found(due), await found(until)]).toEqual([all, none]);
    // before its day it is only out of sight: it is due when it was
    await snoozeFollowUp(officer, task.ref, '2026-12-10');
    expect([await found(due), await found(until), await found('2026-12-10')]).toEqual([all, none, none]);
    await wakeFollowUp(officer, task.ref);
    await snoozeFollowUp(officer, task.ref, until);
    expect([await found(due), await found(until)]).toEqual([none, all]);
    const [entry] = (await dayOf(officer, until))?.entries ?? [];
    expect(entry).toMatchObject({ on: until, putOffFrom: due });
    expect(entry && putOffWords(entry, readingOf(officer))).toBe('put off, was due 14 Dec');
    expect((await feedEntries(officer, {})).find((one) => one.ref === task.ref)).toMatchObject({ on: until });
    const event = await findEvent(officer, 'follow_up', task.ref);
    expect(calendarText('Rapport', [event], '')).toContain('Put off: it was due on 2026-12-14.');
    // once that day is over it stays where it was looked for
    const after = { ...officer, now: new Date('2026-12-20T10:00:00Z') };
    expect(await titles(after, until)).toEqual(['Put off']);
  });

  it('leaves no trace of what is hidden, and none of the words of what is sealed', async () => {
    const on = '2026-12-10';
    for (const sensitivity of ['confidential', 'restricted', 'sealed']) {
      await plan(officer, {
        date: on,
        endDate: '2026-12-11',
        sensitivity,
        summary: `A ${sensitivity} subject`,
        followUps: [{ ...blankFollowUp(officer.actor.ref, on), title: `A ${sensitivity} task` }],
      });
    }
    for (const words of [
      {},
      { country: 'TGO' },
      { work_area: 'legal_instruments' },
      { whose: 'mine' },
      { day: on },
    ]) {
      expect(await dayOf(outsider, on, words), JSON.stringify(words)).toMatchObject({
        count: 0,
        entries: [],
      });
    }
    expect((await dayOf(outsider, '2026-12-11'))?.count).toBe(0);
    expect(await dayOf(officer, on, { country: 'TGO' })).toMatchObject({ count: 6 });
    const seen = JSON.stringify(await ask(officer, { whose: 'all', day: on }));
    expect(seen).toContain('A restricted subject');
    expect(seen).not.toContain('A sealed');
    expect(seen).not.toContain('sealed:');
  });

  it('counts a full day no further than it can be looked at, and says so', async () => {
    const on = '2027-01-05';
    for (let index = 0; index < 33; index += 1)
      await plan(officer, { date: on, summary: `Meeting ${index}` });
    const day = await dayOf(officer, on);
    expect(day).toMatchObject({ count: 30, countedAll: false });
    expect(day?.entries).toHaveLength(3);
    expect((await dayOf(officer, on, { day: on }))?.entries).toHaveLength(30);
    expect(await dayOf(officer, on, { kind: 'follow-ups' })).toMatchObject({ count: 0, countedAll: true });
  });

  it('shows targets, reviews and deadlines; what has no day stands on none', async () => {
    const { days, undated } = await ask(officer, { whose: 'all', month: '2027-03', view: 'agenda' });
    const told = days
      .filter((day) => day.count > 0)
      .map(({ on, entries }) => [on, entries.map((one) => one.title)]);
    expect(told).toEqual([
      ['2027-03-02', ['A target with a day']],
      ['2027-03-15', ['Togo: Shadow report: Review of Togo']],
      ['2027-03-22', ['Togo: Review of Togo']],
      ['2027-03-23', ['Togo: Review of Togo']],
    ]);
    expect(undated.map((entry) => [entry.title, entry.on])).toEqual([
      ['A target of the year', '2027'],
      ['A target of the month', '2027-03'],
    ]);
    const april = await ask(officer, { whose: 'all', month: '2027-04' });
    expect(april.undated.map((entry) => entry.title)).toEqual(['A target of the year']);
    const hidden = await ask(outsider, { whose: 'all', month: '2027-03' });
    expect(JSON.stringify(hidden)).not.toContain('A target');
    expect(JSON.stringify(hidden)).toContain('Review of Togo');
    const mine = await ask(officer, { whose: 'mine', month: '2027-03', view: 'agenda' });
    expect(mine.days.filter((day) => day.count > 0).map((day) => day.on)).toEqual([
      '2027-03-02',
      '2027-03-15',
    ]);
  });

  it('refuses what names nothing, and shows nothing to who reads nothing', async () => {
    const wrong: Partial<CalendarWords>[] = [
      { month: '2026-13' },
      { month: '9999-12' },
      { day: '2026-02-31' },
      { view: 'week' },
      { whose: 'theirs' },
      { kind: 'secrets' },
      { country: 'XXX' },
      { team: 'zzzzzzzzzz' },
      { work_area: '__proto__' },
    ];
    for (const words of wrong) await expect(ask(officer, words), JSON.stringify(words)).rejects.toThrow();
    const admin = await ask(await world.as('admin', NOW), { month: '2026-12' });
    expect(admin.readsRecords).toBe(false);
    expect(admin.days.every((day) => day.count === 0)).toBe(true);
  });
});
