import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankFollowUp } from '#app/domain/interactions/form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { today } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import type { Agent } from '#tests/agent.ts';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

/** The nonce of a response is its own. */
const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '');

describe.each(engines)('follow-ups on %s', (engine) => {
  let server: TestServer;
  let world: World;
  let context: Context;
  let officer: Agent;
  let colleague: Agent;
  let outsider: Agent;
  let ref: string;
  let meeting: string;

  beforeAll(async () => {
    server = await startServer({ engine });
    world = await makeWorld(server.db);
    context = await world.as('officer');
    officer = await server.signIn('officer@demo.example');
    colleague = await server.signIn('colleague@demo.example');
    outsider = await server.signIn('outsider@demo.example');
  });
  afterAll(() => server?.stop());

  beforeEach(async () => {
    const followUp = { ...blankFollowUp(context.actor.ref, today(context)), title: 'Send <b>comments</b>' };
    meeting = await logged(
      context,
      meetingForm(context, [{ organisation: world.ministry.ref }], {
        sensitivity: 'confidential',
        followUps: [followUp],
      }),
    );
    ref = (
      await server.db
        .selectFrom('follow_up')
        .innerJoin('interaction', 'interaction.id', 'follow_up.interaction_id')
        .select('follow_up.ref')
        .where('interaction.ref', '=', meeting)
        .executeTakeFirstOrThrow()
    ).ref;
  });

  const completion = () => `/follow-ups/${ref}/completion`;
  const blank = () => ({
    key: `key-${Math.random().toString(36).slice(2)}-${Date.now()}`,
    title: 'Call the ministry',
    assignee: context.actor.ref,
    due: addDays(today(context), 3),
    workAreas: ['tools'],
    countries: ['TGO', 'PER'],
  });

  it('is a list that hydrates, mine unless asked otherwise, and leaves no trace of what is hidden', async () => {
    const mine = await officer.get('/follow-ups');
    expect(mine.status).toBe(200);
    expect(mine.text).toContain('Send &lt;b&gt;comments');
    expect(mine.text).toContain(`action="${completion()}"`);
    expect((await colleague.get('/follow-ups')).text).not.toContain(ref);
    expect((await colleague.get('/follow-ups?assignee=all&country=TGO')).text).toContain(ref);
    expect((await colleague.get(`/follow-ups?assignee=${context.actor.ref}`)).text).toContain(ref);
    for (const query of [
      '',
      '?assignee=all',
      `?assignee=${context.actor.ref}`,
      '?assignee=all&country=TGO',
    ]) {
      expect((await outsider.get(`/follow-ups${query}`)).text, query).not.toContain(ref);
      expect((await outsider.data(`/follow-ups${query}`)).text, query).not.toContain(ref);
    }
  });

  it('refuses filters that are none', async () => {
    const wrong = [
      'assignee=nobody',
      'country=XXX',
      'work_area=nope',
      'status=late',
      'after=1',
      `after=zzzzzzzzzz`,
    ];
    for (const query of [...wrong, 'country=TGO&country=PER']) {
      expect((await officer.get(`/follow-ups?${query}`)).status, query).toBe(400);
    }
    expect((await outsider.get(`/follow-ups?after=${ref}`)).status).toBe(400);
  });

  it('answers for a hidden one as for one that is not there', async () => {
    for (const path of ['', '/completion']) {
      const hidden = await outsider.get(`/follow-ups/${ref}${path}`);
      expect(hidden.status).toBe(404);
      expect(plain(hidden.text)).toBe(plain((await outsider.get(`/follow-ups/zzzzzzzzzz${path}`)).text));
    }
    const post = await outsider.post(completion(), { outcome: 'mine' });
    expect(post.status).toBe(404);
    const none = await outsider.post('/follow-ups/zzzzzzzzzz/completion', { outcome: 'mine' });
    expect(plain(post.text)).toBe(plain(none.text));
    expect((await outsider.get(`/follow-ups/new?interaction=${meeting}`)).status).toBe(404);
    expect((await outsider.post('/follow-ups/new', { ...blank(), interaction: meeting })).status).toBe(404);
    expect((await officer.get(`/follow-ups/${ref}`)).text).toContain('Send &lt;b&gt;comments');
  });

  it('completes by a plain post, leads back, and can be taken back', async () => {
    const done = await officer.post(completion(), { outcome: 'Sent <i>today</i>', back: '/?x=1' });
    expect(done.status).toBe(303);
    expect(done.location).toBe('/?x=1');
    const page = await officer.get(`/follow-ups/${ref}`);
    expect(page.text).toContain('Sent &lt;i&gt;today');
    expect(page.text).toContain('The officer');
    expect(page.text).toContain('Completed it');
    expect((await officer.get('/follow-ups?status=done')).text).toContain(ref);
    expect((await officer.get('/follow-ups')).text).not.toContain(ref);
    const undone = await officer.submit(completion(), { act: 'reopen' });
    expect(undone.text).toContain('Open again.');
    expect(undone.text).toContain(ref);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/'])(
    'never leads to %s',
    async (back) => {
      const done = await officer.post(completion(), { back });
      expect(done.location).toBe('/');
    },
  );

  it('tells the second to complete it who was faster, with what they typed, as 409', async () => {
    await officer.post(completion(), { outcome: 'Sent' });
    const second = await colleague.post(completion(), { outcome: 'I sent them too', back: '/follow-ups' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('The officer has completed this already.');
    expect(second.text).toContain('I sent them too');
    expect(second.text).toMatch(/The officer, \d+ \w+ \d{4}/);
    expect((await officer.post(completion(), { act: 'reopen' })).status).toBe(303);
    expect((await officer.post(completion(), { act: 'reopen' })).status).toBe(409);
  });

  it('answers the script of the list in place', async () => {
    const headers = { Accept: '*/*' };
    const post = (who: Agent, fields: Record<string, string>) =>
      who.post('/follow-ups.data?index', { ref, ...fields }, headers);
    expect((await post(officer, { outcome: 'Sent' })).status).toBe(200);
    const second = await post(colleague, { outcome: 'Me too' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('The officer');
    expect((await post(outsider, {})).status).toBe(404);
  });

  it('takes no outcome that is too long or unreadable, and keeps it', async () => {
    const long = await officer.post(completion(), { outcome: 'x'.repeat(20_001) });
    expect(long.status).toBe(422);
    expect(long.text).toContain('x'.repeat(20_001));
    expect((await officer.post(completion(), { outcome: 'a\0b' })).status).toBe(422);
    expect((await officer.get('/follow-ups')).text).toContain(ref);
  });

  it('makes one by itself: wrong fields are said with all that was typed, twice the same makes one', async () => {
    const start = await officer.get('/follow-ups/new');
    expect(start.text.match(/<script/g)).toHaveLength(1);
    const wrong = await officer.post('/follow-ups/new', { ...blank(), due: '2026-02-31', workAreas: [] });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Call the ministry"');
    expect(wrong.text).toContain('no date of the calendar');
    expect(wrong.text).toContain('Choose at least one work area');
    const form = blank();
    const made = await Promise.all([1, 2, 3].map(() => officer.post('/follow-ups/new', form)));
    expect(new Set(made.map((answer) => answer.location)).size).toBe(1);
    const again = await officer.post('/follow-ups/new', { ...form, title: 'Something else' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('value="Something else"');
    expect((await outsider.get(made[0]?.location ?? '')).text).toContain('Call the ministry');
    expect((await outsider.get('/follow-ups?assignee=all&country=PER')).text).toContain('Call the ministry');
  });

  it('makes one that comes from a meeting, for those who read it', async () => {
    const start = await officer.get(`/follow-ups/new?interaction=${meeting}`);
    expect(start.text).not.toContain('The outsider');
    const stranger = (await world.as('outsider')).actor.ref;
    const refused = await officer.post('/follow-ups/new', {
      ...blank(),
      interaction: meeting,
      assignee: stranger,
    });
    expect(refused.text).toContain('The outsider may not read the meeting');
    const made = await officer.post('/follow-ups/new', { ...blank(), interaction: meeting });
    expect(made.status).toBe(303);
    expect((await colleague.get(made.location ?? '')).status).toBe(200);
    expect((await outsider.get(made.location ?? '')).status).toBe(404);
  });
});
