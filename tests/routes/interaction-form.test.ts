import { afterAll, beforeAll, expect, it } from 'vitest';
import { formEntries } from '#app/domain/interactions/form-entries.ts';
import { blankAdvice, type InteractionForm } from '#app/domain/interactions/form.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { Agent } from '#tests/agent.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

let server: TestServer;
let world: World;
let officer: Context;
let agent: Agent;
let outsider: Agent;

beforeAll(async () => {
  server = await startServer();
  world = await makeWorld(server.db);
  officer = await world.as('officer');
  agent = await server.signIn('officer@demo.example');
  outsider = await server.signIn('outsider@demo.example');
});
afterAll(() => server.stop());

const filled = (changed: Partial<InteractionForm> = {}): InteractionForm => ({
  ...meetingForm(officer, [{ person: world.minister.ref }]),
  key: makeRef(officer.random),
  ...changed,
});
const post = (path: string, form: InteractionForm, intent = 'save', more: [string, string][] = []) =>
  agent.post(path, [...formEntries(form), ['intent', intent], ...more]);
const countAll = async () => (await server.db.selectFrom('interaction').select('id').execute()).length;

it('begins with what the page one comes from names, and with nothing that is hidden', async () => {
  const page = await agent.get(
    `/interactions/new?organisation=${world.ministry.ref}&work_area=tools&kind=call`,
  );
  expect(page.text).toContain('Ministry of Justice');
  const hidden = await world.addPerson(officer, {
    name: 'Hidden Person',
    level: 'confidential',
    owningTeamId: world.teams.africa,
    positions: [],
  });
  expect((await agent.get(`/interactions/new?person=${hidden.ref}`)).status).toBe(200);
  const seen = await outsider.get(`/interactions/new?person=${hidden.ref}`);
  const absent = await outsider.get(`/interactions/new?person=${makeRef(officer.random)}`);
  expect(seen.status).toBe(404);
  const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '');
  expect(plain(seen.text)).toBe(plain(absent.text));
  for (const query of [
    'country=XXX',
    'work_area=nope',
    'kind=nope',
    'follow_up=0000000000',
    'draft=0000000000',
  ]) {
    expect((await agent.get(`/interactions/new?${query}`)).status).toBe(404);
  }
  expect((await agent.get('/interactions/new?person=a&person=b')).status).toBe(400);
});

it('is not for an account that only administers', async () => {
  const admin = await server.signIn('admin@demo.example');
  expect((await admin.get('/interactions/new')).status).toBe(403);
  expect((await admin.get('/suggest/partners?q=moj')).text).toBe('[]');
});

it('answers the same form posted twenty times at once with one record', async () => {
  const before = await countAll();
  const form = filled({ summary: 'Twenty times' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('/interactions/new', form)));
  expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
  expect(await countAll()).toBe(before + 1);
});

it('asks when the same form comes with other words, and then saves it as new', async () => {
  const form = filled({ summary: 'First words' });
  const first = await post('/interactions/new', form);
  const changed = { ...form, summary: 'Other words' };
  const asked = await post('/interactions/new', changed);
  expect(asked.status).toBe(409);
  expect(asked.text).toContain(`href="${first.location}"`);
  expect(asked.text).toContain('value="Other words"');
  const before = await countAll();
  expect((await post('/interactions/new', changed, 'save-as-new')).status).toBe(303);
  expect(await countAll()).toBe(before + 1);
});

it('keeps everything typed when something is missing, and says what', async () => {
  const answer = await post(
    '/interactions/new',
    filled({ summary: '', notes: 'Long & <b>bold</b> notes', date: '2026-02-31' }),
  );
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Write a summary in one line.');
  expect(answer.text).toContain('Long &amp; &lt;b&gt;bold&lt;/b&gt; notes');
  expect(answer.text).toContain('href="#date"');
});

it('shows a likely duplicate once before somebody is added, and adds nobody twice', async () => {
  const newcomer = {
    ...filled().participants[0]!,
    key: 'p9',
    kind: 'new-person' as const,
    person: '',
    name: 'Afi Mensa',
  };
  const form = filled({ participants: [newcomer] });
  const asked = await post('/interactions/new', form);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('Similar: ');
  const used = await post('/interactions/new', form, `use-similar:p9:person:${world.minister.ref}:`);
  expect(used.status).toBe(200);
  expect(used.text).toContain('Director of legislation');
  const anyway = await post('/interactions/new', {
    ...form,
    participants: [{ ...newcomer, confirmed: 'seen' }],
  });
  expect(anyway.status).toBe(303);
});

it('refuses a form that is too long or repeats a field', async () => {
  expect((await post('/interactions/new', filled({ notes: 'x'.repeat(200_001) }))).status).toBe(422);
  expect((await post('/interactions/new', filled(), 'save', [['summary', 'twice']])).status).toBe(400);
  expect((await post('/interactions/new', filled({ summary: 'nul \0 byte' }))).status).toBe(422);
});

it('edits by version: stale texts are compared, an archived record is never resurrected', async () => {
  const ref = await logged(officer, filled({ summary: 'As it was' }));
  const page = await agent.get(`/interactions/${ref}/edit`);
  const base = JSON.parse(
    decode(/name="base" value="([^"]*)"/.exec(page.text)?.[1] ?? ''),
  ) as InteractionForm;
  // each from a page of its own, opened at the same time
  const edit = (changed: Partial<InteractionForm>) =>
    post(`/interactions/${ref}/edit`, { ...base, key: makeRef(officer.random), ...changed }, 'save', [
      ['base', JSON.stringify(base)],
    ]);
  expect((await edit({ summary: 'Theirs' })).location).toBe(`/interactions/${ref}`);
  const compared = await edit({ summary: 'Mine' });
  expect(compared.status).toBe(409);
  expect(compared.text).toContain('Theirs');
  expect(compared.text).toContain('Mine');
  expect((await edit({ place: 'Lomé' })).status).toBe(303);
  const row = () =>
    server.db.selectFrom('interaction').selectAll().where('ref', '=', ref).executeTakeFirstOrThrow();
  expect(await row()).toMatchObject({ summary: 'Theirs', place: 'Lomé' });
  await server.db
    .updateTable('interaction')
    .set({ archived_at: '2026-11-24T00:00:00.000Z' })
    .where('ref', '=', ref)
    .execute();
  expect((await edit({ summary: 'Back from the dead' })).status).toBe(409);
  expect((await row()).archived_at).not.toBeNull();
});

it('saves an edit once, however often it is posted, and asks where it was posted with other words', async () => {
  const ref = await logged(officer, filled());
  const page = await agent.get(`/interactions/${ref}/edit`);
  const text = decode(/name="base" value="([^"]*)"/.exec(page.text)?.[1] ?? '');
  const base = JSON.parse(text) as InteractionForm;
  const advice = [{ ...blankAdvice(), text: 'Said once' }];
  const edit = (changed: Partial<InteractionForm>) =>
    post(`/interactions/${ref}/edit`, { ...base, advice, ...changed }, 'save', [['base', text]]);
  const answers = await Promise.all(Array.from({ length: 6 }, () => edit({})));
  expect(answers.map(({ location }) => location)).toEqual(answers.map(() => `/interactions/${ref}`));
  const { id } = await server.db
    .selectFrom('interaction')
    .select('id')
    .where('ref', '=', ref)
    .executeTakeFirstOrThrow();
  const said = () =>
    server.db.selectFrom('advice').select('body').where('interaction_id', '=', id).orderBy('id').execute();
  expect(await said()).toEqual([{ body: 'Said once' }]);

  const other = await edit({ summary: 'Other words, by the back button' });
  expect(other.status).toBe(409);
  expect(other.text).toContain('saved before');
  expect(other.text).toContain('Other words, by the back button');
  expect(await said()).toHaveLength(1);
  // the draft that was on its way when the form was saved does not come back
  expect((await post(`/drafts/${base.key}`, base)).status).toBe(404);
});

it('opens for editing only to those who may, and is absent to those who may not know', async () => {
  const open = await logged(officer, filled());
  const closed = await logged(officer, filled({ sensitivity: 'confidential' }));
  expect((await outsider.get(`/interactions/${open}/edit`)).status).toBe(403);
  expect((await outsider.get(`/interactions/${closed}/edit`)).status).toBe(404);
  expect((await outsider.data(`/interactions/${closed}/edit`)).text).not.toContain('NPM');
});

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
