import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import type { Agent } from '#tests/agent.ts';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '');

describe.each(engines)('the calendar on %s', (engine) => {
  let server: TestServer;
  let world: World;
  let context: Context;
  let officer: Agent;
  let outsider: Agent;
  let day: string;
  let ref: string;
  let hidden: string;

  beforeAll(async () => {
    server = await startServer({ engine });
    world = await makeWorld(server.db);
    context = await world.as('officer');
    officer = await server.signIn('officer@demo.example');
    outsider = await server.signIn('outsider@demo.example');
    day = addDays(today(context), 6);
    const plan = (summary: string, sensitivity: string) =>
      logged(
        context,
        meetingForm(context, [{ organisation: world.ministry.ref }], {
          date: day,
          time: '10:00',
          summary,
          sensitivity,
          countries: ['TGO'],
          countriesChosen: 'yes',
        }),
      );
    ref = await plan('اجتماع <b>first</b>; second, \\ third 👩🏽‍⚖️', 'internal');
    hidden = await plan('About the heron', 'confidential');
  });
  afterAll(() => server?.stop());

  /** Makes a feed as the page does; the path of its address. */
  const makeFeed = async (agent: Agent, what: string): Promise<string> => {
    const form = await agent.get('/settings/feeds');
    const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const answer = await agent.post('/settings/feeds', { key, what });
    expect(answer.status).toBe(200);
    const path = /value="http[^"]*(\/feeds\/[\w-]{43}\.ics)"/.exec(answer.text)?.[1];
    if (path === undefined) throw new Error('The page shows no address.');
    return path;
  };

  it('is a document with a table of weeks, and an agenda', async () => {
    const month = await officer.get(`/calendar?month=${day.slice(0, 7)}`);
    expect(month.status).toBe(200);
    expect(month.text).toContain('<table class="month');
    expect(month.text.match(/<th scope="col"/g)).toHaveLength(7);
    expect(month.text).toContain('&lt;b&gt;first');
    expect(month.text).not.toMatch(/ style=|<script(?![^>]* defer)/);
    expect(month.text.length).toBeLessThan(40_000);
    const agenda = await officer.get(`/calendar?view=agenda&day=${day}&whose=all`);
    expect(agenda.text).toContain(`/interactions/${ref}`);
    expect(agenda.text).toContain('About the heron');
    expect((await outsider.get(`/calendar?view=agenda&day=${day}&whose=all`)).text).not.toContain('heron');
  });

  it.each([
    'month=9999-12',
    'month=2026-13',
    'day=2026-02-31',
    'kind=x',
    'whose=you',
    'view=week',
    'team=zzzzzzzzzz',
    'country=XXX',
    'sort=1',
    'month=2026-11&month=2026-12',
    'month=2026-11%00',
  ])('refuses ?%s', async (query) => {
    expect((await officer.get(`/calendar?${query}`)).status).toBe(400);
  });

  it('gives a feed that another program reads, without a session, and never keeps its address', async () => {
    const path = await makeFeed(officer, 'country:TGO');
    const feed = await server.anonymous().get(path);
    expect(feed.status).toBe(200);
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(feed.headers.get('cache-control')).toBe('no-store');
    expect(feed.headers.get('x-content-type-options')).toBe('nosniff');
    expect(feed.headers.get('referrer-policy')).toBe('no-referrer');
    expect(feed.headers.get('set-cookie')).toBeNull();
    const events = new ICAL.Component(ICAL.parse(feed.text) as never).getAllSubcomponents('vevent');
    const summaries = events.map((event) => event.getFirstPropertyValue('summary'));
    expect(summaries.sort()).toEqual([
      'Interaction (confidential)',
      'Meeting: اجتماع <b>first</b>; second, \\ third 👩🏽‍⚖️',
    ]);
    expect(feed.text).not.toContain('heron');
    const etag = feed.headers.get('etag') ?? '';
    const again = await server.anonymous().get(path, { 'If-None-Match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await server.anonymous().send(path, { method: 'HEAD' })).status).toBe(200);
    const token = path.slice('/feeds/'.length, -'.ics'.length);
    expect(server.output()).not.toContain(token);
    expect((await officer.get('/settings/feeds')).text).not.toContain(token);
  });

  it('answers nothing once it is revoked, and the same as for an address that never was', async () => {
    const path = await makeFeed(officer, 'mine');
    const anonymous = server.anonymous();
    expect((await anonymous.get(path)).status).toBe(200);
    const list = await officer.get('/settings/feeds');
    const revocations = [...list.text.matchAll(/action="(\/settings\/feeds\/\w+\/revocation)"/g)].map(
      ([, at]) => at,
    );
    const last = revocations.at(-1) ?? '';
    expect((await outsider.post(last)).status).toBe(404);
    expect((await anonymous.get(path)).status).toBe(200);
    expect((await officer.submit(last)).text).toContain('Revoked.');
    const gone = await anonymous.get(path);
    const never = await anonymous.get(`/feeds/${'x'.repeat(43)}.ics`);
    expect([gone.status, gone.text]).toEqual([404, never.text]);
    expect(never.status).toBe(404);
    const names = (answer: typeof gone) => [...answer.headers.keys()].sort();
    expect(names(gone)).toEqual(names(never));
    expect((await officer.post(last)).status).toBe(404);
    expect((await anonymous.get('/feeds/x.ics')).status).toBe(404);
    expect((await anonymous.post(path)).status).toBeGreaterThanOrEqual(400);
  });

  it('asks for a recent sign-in before it opens a door without one, and keeps the form', async () => {
    await server.db
      .updateTable('session')
      .set({ authenticated_at: new Date(Date.now() - 600_000).toISOString() })
      .execute();
    const answer = await officer.post('/settings/feeds', { key: 'a key of the form', what: 'mine' });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toContain('/feeds/');
    officer = await server.signIn('officer@demo.example');
    outsider = await server.signIn('outsider@demo.example');
  });

  it('keeps a form that is refused, and makes one feed of one form', async () => {
    const refused = await officer.post('/settings/feeds', {
      key: 'a key of the form',
      what: 'team:zzzzzzzzzz',
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Choose whose calendar this is.');
    const form = { key: 'a key used twice', what: 'mine' };
    expect((await officer.post('/settings/feeds', form)).text).toContain('shown only this once');
    expect((await officer.post('/settings/feeds', form)).text).toContain('This feed was made already');
  });

  it('slows down who asks too often, known address or not', async () => {
    const anonymous = server.anonymous();
    const path = `/feeds/${'y'.repeat(43)}.ics`;
    const statuses: number[] = [];
    for (let times = 0; times < 62; times += 1) statuses.push((await anonymous.get(path)).status);
    expect(statuses[0]).toBe(404);
    expect(statuses.at(-1)).toBe(429);
    const wait = Number((await anonymous.get(path)).headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(600);
  });

  it('has single events for who may see them', async () => {
    const file = await officer.get(`/interactions/${ref}.ics`);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${ref}.ics"`);
    expect(file.text).toContain('BEGIN:VEVENT');
    expect((await officer.get(`/interactions/${ref}`)).text).toContain(`/interactions/${ref}.ics`);
    const absent = await outsider.get('/interactions/zzzzzzzzzz.ics');
    const secret = await outsider.get(`/interactions/${hidden}.ics`);
    expect([secret.status, plain(secret.text)]).toEqual([404, plain(absent.text)]);
    for (const noun of ['follow-ups', 'commitments', 'objectives', 'reviews', 'deadlines'])
      expect((await officer.get(`/${noun}/zzzzzzzzzz.ics`)).status, noun).toBe(404);
    expect((await server.anonymous().get(`/interactions/${ref}.ics`)).status).toBe(302);
  });

  it('moves, cancels and plans again from the page of the record, by plain posts', async () => {
    const page = await officer.get(`/interactions/${ref}`);
    expect(page.text).toContain('Move it to another day or hour');
    const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';
    const plan = `/interactions/${ref}/plan`;
    const bad = await officer.post(plan, {
      act: 'move',
      version,
      date: '2027-02-31',
      time: '10:00',
      zone: 'UTC',
    });
    expect(bad.status).toBe(400);
    expect(bad.text).toContain('This is no date of the calendar.');
    const form = { act: 'move', version, date: addDays(day, 1), time: '11:00', zone: 'Africa/Lome' };
    expect((await outsider.post(plan, form)).status).toBe(403);
    const moved = await officer.submit(plan, form);
    expect(moved.text).toContain('Moved.');
    expect(moved.text).toContain('11:00 (Africa/Lome)');
    const stale = await officer.post(plan, form);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('A colleague changed this meanwhile.');
    const cancelled = await officer.submit(plan, { act: 'cancel', reason: 'A <i>strike</i>' });
    expect(cancelled.text).toContain('This was cancelled: A &lt;i&gt;strike');
    expect((await officer.post(plan, { act: 'cancel' })).status).toBe(409);
    expect((await officer.get(`/interactions/${ref}.ics`)).text).toContain('STATUS:CANCELLED');
    expect((await officer.submit(plan, { act: 'reinstate' })).text).toContain('Planned again.');
    for (const act of ['move', 'cancel', 'reinstate']) {
      const post = await outsider.post(`/interactions/${hidden}/plan`, { ...form, act });
      expect(post.status, act).toBe(404);
    }
  });
});
