import { afterAll, beforeAll, expect, it } from 'vitest';
import { blankAdvice } from '#app/domain/interactions/form.ts';
import type { Agent } from '../agent.ts';
import { startServer, type TestServer } from '../server.ts';
import { logged, makeWorld, meetingForm, type World } from '../world.ts';

/** Faults 14, 16 and 22: hostile words in an address, and hostile text in a record. */
let server: TestServer;
let world: World;
let officer: Agent;
let ref: string;

beforeAll(async () => {
  server = await startServer();
  world = await makeWorld(server.db);
  const context = await world.as('officer');
  ref = await logged(
    context,
    meetingForm(context, [{ organisation: world.ministry.ref }], {
      summary: '=HYPERLINK("http://evil") <script>alert(1)</script>',
      notes:
        '<img src=x onerror=alert(1)>\n\n[a link](javascript:alert(1))\n\n[fine](https://example.org)\n\n![x](https://evil/x.png)',
      place: '"><svg onload=alert(1)>',
      advice: [{ ...blankAdvice(), text: '<b onmouseover=alert(1)>bold</b>' }],
    }),
  );
  officer = await server.signIn('officer@demo.example');
});

afterAll(() => server.stop());

it.each([
  'country=XXX',
  'country=../..',
  'work_area=nope',
  "kind=' or 1=1 --",
  'sort=level',
  'sort=date_asc;drop',
  'from=2026-02-31',
  'before=1~2',
  'after=2026-01-01~%00',
  'state=any',
  'with=password',
  'nope=1',
  '__proto__=1',
  'country=TGO&country=PER',
  'person=0000000000',
  'organisation=0000000000',
  'team=0000000000',
])('refuses the list asked with %s', async (query) => {
  expect((await officer.get(`/interactions?${query}`)).status).toBe(400);
  expect((await officer.get(`/interactions.csv?${query}`)).status).toBe(400);
});

it('shows hostile text as text, on the list and on the record', async () => {
  for (const address of [
    '/interactions',
    `/interactions/${ref}`,
    '/',
    `/organisations/${world.ministry.ref}`,
    '/countries/TGO',
  ]) {
    const { status, text } = await officer.get(address);
    expect(status, address).toBe(200);
    expect(text, address).not.toMatch(/<script>alert|<img|<svg onload|href="javascript:|<b onmouseover/);
  }
  const record = (await officer.get(`/interactions/${ref}`)).text;
  expect(record).toContain('href="https://example.org"');
  expect(record).toContain('&lt;img src=x');
});

it('exports cells that no spreadsheet runs, and records the export with its filter and count', async () => {
  const file = await officer.get('/interactions.csv?country=TGO');
  expect(file.headers.get('Content-Disposition')).toContain('attachment');
  expect(file.text).toContain(`"'=HYPERLINK(""http://evil"")`);
  const event = await server.db
    .selectFrom('audit_event')
    .innerJoin('audit_value', 'audit_value.event_id', 'audit_event.id')
    .select(['audit_value.body'])
    .where('audit_event.action', '=', 'interactions.exported')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(event.body)).toEqual({ filter: [null, { country: 'TGO' }], rows: [null, 1] });
});

it('answers a hidden record, an unknown one and no ref at all with the same 404', async () => {
  const context = await world.as('officer');
  const hidden = await logged(
    context,
    meetingForm(context, [{ organisation: world.ministry.ref }], { sensitivity: 'sealed' }),
  );
  const outsider = await server.signIn('outsider@demo.example');
  const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '');
  for (const [method, path] of [
    ['get', ''],
    ['get', '/edit'],
    ['post', '/archival'],
    ['post', '/held'],
  ] as const) {
    const [a, b, c] = await Promise.all(
      [hidden, '0000000000', 'no-ref'].map((one) => outsider[method](`/interactions/${one}${path}`)),
    );
    expect(a?.status).toBe(404);
    expect(plain(a?.text ?? '')).toBe(plain(b?.text ?? ''));
    expect(plain(b?.text ?? '')).toBe(plain(c?.text ?? ''));
  }
});

it('archives with an undo, and holds no planned meeting before its day', async () => {
  const answer = await officer.post(`/interactions/${ref}/archival`, { act: 'archive' });
  expect(answer.status).toBe(303);
  expect((await officer.get('/interactions')).text).toContain('Undo');
  expect((await officer.post(`/interactions/${ref}/archival`, { act: 'archive' })).status).toBe(409);
  expect((await officer.post(`/interactions/${ref}/archival`, { act: 'restore' })).status).toBe(303);
  expect((await officer.post(`/interactions/${ref}/held`)).status).toBe(409);
});
