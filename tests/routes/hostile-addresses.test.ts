import { afterAll, beforeAll, expect, it } from 'vitest';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { giveAdvice } from '#app/domain/advice/give-advice.server.ts';
import type { Agent } from '#tests/agent.ts';
import { adviceForm } from '#tests/advice.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { makeWorld, type World } from '#tests/world.ts';

/** Faults 10 to 15 and 19, at the doors of advice, reviews, recommendations and what people are told. */
let server: TestServer;
let world: World;
let officer: Agent;
let advice: string;

beforeAll(async () => {
  server = await startServer();
  world = await makeWorld(server.db);
  officer = await server.signIn('officer@demo.example');
  const context = await world.as('officer');
  const recipients = [`organisation:${world.ministry.ref}`];
  const given = await giveAdvice(context, adviceForm(context, { recipients }));
  if (given.outcome !== 'saved') throw new Error('The advice was not saved.');
  advice = given.ref;
});
afterAll(() => server.stop());

const long = 'x'.repeat(2001);
const REGISTERS: Record<string, { words: string[]; csv: boolean; sorted: boolean }> = {
  '/advice': { words: ['country', 'status', 'topic', 'work_area', 'from', 'to'], csv: true, sorted: true },
  '/reviews': { words: ['country', 'region', 'body', 'state', 'from', 'to', 'due'], csv: true, sorted: true },
  '/recommendations': {
    words: ['country', 'body', 'work_area', 'instrument', 'response', 'pushed', 'review'],
    csv: true,
    sorted: false,
  },
  '/commitments': {
    words: ['side', 'status', 'late', 'country', 'work_area', 'organisation', 'person'],
    csv: true,
    sorted: false,
  },
  '/follow-ups': { words: ['assignee', 'country', 'work_area', 'status'], csv: true, sorted: false },
  '/objectives': { words: ['country', 'work_area', 'view'], csv: true, sorted: false },
  '/calendar': { words: ['country', 'view'], csv: false, sorted: false },
  '/inbox': { words: [], csv: false, sorted: false },
};
const VALUES = [
  "' or 1=1 --",
  '%00',
  '../..',
  '__proto__',
  'constructor',
  '2026-02-31',
  '%F0%9F',
  '0000000000',
  long,
];
const CURSORS = [
  '1~2',
  '2026-01-01~%00',
  '~',
  '2026-01-01~9999999999999999999999',
  'NaN',
  '1e999',
  '-1',
  '%2e%2e',
  long,
];

const addresses = Object.entries(REGISTERS).flatMap(([path, { words, csv, sorted }]) => {
  const queries = [
    ...words.flatMap((word) => VALUES.map((value) => `${word}=${value}`)),
    ...words.slice(0, 1).map((word) => `${word}=TGO&${word}=PER`),
    // the board of objectives has no pages, its table has
    ...CURSORS.map((cursor) => `${path === '/objectives' ? 'view=table&' : ''}after=${cursor}`),
    'after=a&after=b',
    'nope=1',
    '__proto__=1',
    'constructor=1',
    ...(sorted ? ['sort=level', 'sort=id;drop', 'sort=date_asc&sort=date_desc'] : ['sort=date_asc']),
  ];
  return [path, ...(csv ? [`${path}.csv`] : [])].map((door): [string, string[]] => [
    door,
    // a file has no pages
    door.endsWith('.csv') ? queries.filter((query) => !query.includes('after=')) : queries,
  ]);
});

it.each(addresses)('%s refuses what it cannot mean, and never stumbles', async (door, queries) => {
  const answered: string[] = [];
  for (const query of queries) {
    const { status } = await officer.get(`${door}?${query}`);
    if (status !== 400) answered.push(`${status} ${query.slice(0, 60)}`);
  }
  expect(answered).toEqual([]);
});

const REFS = [
  '0000000000',
  '%00',
  'x',
  "'%20or%201=1",
  '..%2f..',
  'ABCDEFGHJKMNPQRS',
  '１２３４５６７８９０',
  'x'.repeat(5000),
];
const RECORDS = [
  '/advice/REF',
  '/advice/REF/edit',
  '/reviews/REF',
  '/reviews/REF/edit',
  '/reviews/REF/deadlines',
  '/reviews/REF/recommendations',
  '/reviews/REF.ics',
  '/deadlines/REF',
  '/deadlines/REF.ics',
  '/recommendations/REF',
  '/recommendations/REF/edit',
  '/recommendations/REF/response',
  '/recommendations/REF/links',
  '/objectives/REF',
  '/commitments/REF',
  '/follow-ups/REF',
  '/files/REF',
];

it.each(RECORDS)('%s answers every ref that is none with the same 404', async (record) => {
  const bodies = new Set<string>();
  for (const ref of REFS) {
    const { status, text } = await officer.get(record.replace('REF', ref));
    expect(status, ref.slice(0, 40)).toBe(404);
    bodies.add(text.replace(/nonce="[^"]*"/g, ''));
  }
  expect(bodies.size).toBe(1);
});

it.each([
  ['/advice/REF/steps', { status: 'adopted', on: '2026-01-01', version: '1' }],
  ['/advice/REF/archival', {}],
  ['/recommendations/REF/links', { target: 'advice:0000000000' }],
  ['/recommendations/REF/archival', {}],
  ['/reviews/REF/archival', {}],
  ['/deadlines/REF/completion', {}],
  ['/deadlines/REF/removal', {}],
  ['/inbox/REF', {}],
])('a post to %s for what is none changes nothing', async (address, fields) => {
  const events = () => server.db.selectFrom('audit_event').select('id').execute();
  const before = (await events()).length;
  for (const ref of ['0000000000', '%00', 'x']) {
    const { status } = await officer.post(address.replace('REF', ref), fields);
    // a form that says nothing is refused before anybody looks for the record
    expect([404, 422], ref).toContain(status);
  }
  expect((await events()).length).toBe(before);
});

it.each([
  [{ noun: '__proto__', ref: '0000000000' }],
  [{ noun: 'account', ref: '0000000000' }],
  [{ noun: 'advice', ref: "' or 1=1" }],
  [{ noun: 'advice', ref: '0000000000', act: 'drop' }],
  [{}],
])('muting %j is refused', async (fields) => {
  const { status } = await officer.post('/notification-mutes', fields);
  expect([400, 404]).toContain(status);
  expect(await server.db.selectFrom('notification_mute').selectAll().execute()).toEqual([]);
});

it('a post to the inbox and to advice with hostile fields is refused in words', async () => {
  for (const until of ['', '-1', 'NaN', '9'.repeat(40), "' or 1=1", long])
    expect((await officer.post('/inbox', { until })).status, until.slice(0, 20)).toBeLessThan(500);
  const form = {
    text: 'A \u0000 in the text',
    topic: '__proto__',
    on: '2026-02-31',
    recipients: 'person:0000000000',
    interaction: '',
    key: 'k',
  };
  const { status } = await officer.post('/advice/new', form);
  expect([400, 422]).toContain(status);
  const twice: [string, string][] = [
    ['text', 'a'],
    ['text', 'b'],
  ];
  expect((await officer.post('/advice/new', twice)).status).toBe(400);
  expect(
    (await officer.post('/advice/new', { text: 'x'.repeat(200_000), role: 'admin' })).status,
  ).toBeLessThan(500);
  expect((await officer.get('/advice/new?interaction=0000000000')).status).toBe(404);
  expect((await officer.get('/advice/new?person=%00')).status).toBe(400);
  const context = await world.as('officer');
  expect((await showAdvice(context, advice)).text).toBe('A separate budget line');
  expect(await server.db.selectFrom('advice').select('id').execute()).toHaveLength(1);
});
