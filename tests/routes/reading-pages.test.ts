import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankAdvice, blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import type { Agent } from '#tests/agent.ts';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describe.each(engines)('reading pages on %s', (engine) => {
  let server: TestServer;
  let world: World;
  let officer: Agent;
  let outsider: Agent;
  let heron: string;
  let pages: string[];

  beforeAll(async () => {
    server = await startServer({ engine });
    world = await makeWorld(server.db);
    const context = await world.as('officer');
    heron = (await world.addPerson(context, { name: 'Heron', level: 'restricted', positions: [] })).ref;
    await logged(
      context,
      meetingForm(context, [{ person: world.minister.ref }, { organisation: world.league.ref }], {
        summary: '<script>alert(1)</script> on the draft law',
        instruments: ['OPCAT'],
        sensitivity: 'confidential',
        advice: [{ ...blankAdvice(), text: 'Keep immunity', topic: 'npm_law' }],
        commitments: [{ ...blankCommitment(), text: 'Send the draft', due: '2027-01-15' }],
        followUps: [
          { ...blankFollowUp(context.actor.ref, context.now.toISOString().slice(0, 10)), title: 'Call back' },
        ],
      }),
    );
    officer = await server.signIn('officer@demo.example');
    outsider = await server.signIn('outsider@demo.example');
    pages = [
      '/',
      '/organisations',
      `/organisations/${world.ministry.ref}`,
      '/people',
      `/people/${world.minister.ref}`,
      '/countries',
      '/countries?region=all',
      '/countries/TGO',
      '/instruments',
      '/instruments/OPCAT',
      '/instruments/OPCAT?status=neither',
      '/work-areas/legal_instruments',
      '/advice',
      '/commitments',
      '/search?q=men',
    ];
  });
  afterAll(() => server?.stop());

  it('are documents: no script of the framework, no style attribute, one heading', async () => {
    for (const path of pages) {
      const { status, text } = await officer.get(path);
      expect(status, path).toBe(200);
      expect(text.match(/<script/g), path).toHaveLength(1);
      expect(text, path).not.toMatch(/ style=|modulepreload/);
      expect(text.match(/<h1/g), path).toHaveLength(1);
    }
  });

  it('answer nothing of themselves as data', async () => {
    for (const path of pages) {
      const { status, text } = await officer.data(path);
      expect(status, path).toBe(200);
      expect(text, path).not.toMatch(/Mensah|draft law|Keep immunity|Call back/);
    }
  });

  it('show the meeting, its advice, promise and follow-up wherever they belong, as text', async () => {
    for (const path of [
      '/',
      `/organisations/${world.league.ref}`,
      `/people/${world.minister.ref}`,
      '/countries/TGO',
    ]) {
      const { text } = await officer.get(path);
      expect(text, path).toContain('&lt;script&gt;alert(1)&lt;/script&gt; on the draft law');
      expect(text, path).toContain('Call back');
    }
    expect((await officer.get('/advice?country=TGO')).text).toContain('Keep immunity');
    expect((await officer.get('/commitments')).text).toContain('Send the draft');
    const choice = (await officer.get('/commitments?side=theirs&partner=ministry+of+j')).text;
    expect(choice).toContain('Promises of whom, or to whom?');
    const found = /href="(\/commitments\?[^"]*organisation=\w{10}[^"]*)"/.exec(choice)?.[1] ?? '';
    expect(found).toContain('side=theirs');
    const filtered = await officer.get(found.replaceAll('&amp;', '&'));
    expect(filtered.text).toContain('Remove filter</span> Ministry of Justice');
    expect((await officer.get('/work-areas/legal_instruments')).text).toContain('Keep immunity');
  });

  it('offer to log with what the page is about filled in', async () => {
    expect((await officer.get('/countries/TGO')).text).toContain('/interactions/new?country=TGO');
    const organisation = await officer.get(`/organisations/${world.ministry.ref}`);
    expect(organisation.text).toContain(`/interactions/new?organisation=${world.ministry.ref}`);
    const person = await officer.get(`/people/${world.minister.ref}`);
    expect(person.text).toContain(`/interactions/new?person=${world.minister.ref}`);
    for (const path of [`/organisations/${world.ministry.ref}`, '/countries/TGO']) {
      const admin = await server.signIn('admin@demo.example');
      expect((await admin.get(path)).text).not.toContain('Log interaction with them');
    }
  });

  it('complete a follow-up on the desk by a plain form and come back', async () => {
    const desk = await officer.get('/');
    const action = /<form method="post" action="(\/follow-ups\/\w+\/completion)">/.exec(desk.text)?.[1] ?? '';
    const back = await officer.submit(action, { back: '/' });
    expect(back.status).toBe(200);
    expect(back.text).toContain('Nothing is due this week');
  });

  it('hide a confidential meeting from another region, everywhere', async () => {
    for (const path of [...pages, `/organisations/${world.league.ref}`]) {
      const { text } = await outsider.get(path);
      expect(text, path).not.toMatch(/alert\(1\)|Keep immunity|Send the draft|Call back|Heron/);
    }
  });

  it('answer for a hidden person, byte by byte, as for one who is not there', async () => {
    const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '');
    const answers = await Promise.all(
      [heron, '0000000000', 'nobody', '%00', '..%2Fadmin'].map((ref) => outsider.get(`/people/${ref}`)),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(plain(answer.text)).toBe(plain(answers[1]?.text ?? ''));
    }
    expect((await officer.get(`/people/${heron}`)).status).toBe(200);
    const filters = await Promise.all(
      [heron, '0000000000'].map((ref) => outsider.get(`/advice?person=${ref}`)),
    );
    expect(filters.map(({ status }) => status)).toEqual([400, 400]);
  });

  it.each([
    '/organisations?country=XXX',
    '/organisations?partner_type=__proto__',
    '/organisations?after=1%20or%201',
    '/organisations?country=TGO&country=BEN',
    '/people?after=0000000000',
    '/people?country=constructor',
    '/countries?region=Atlantis',
    '/countries?team=0000000000',
    '/instruments/OPCAT?status=maybe',
    '/work-areas/legal_instruments?country=tgo',
    '/work-areas/legal_instruments?before=2026-02-31~0000000000',
    '/advice?status=adopted%27--',
    '/advice?from=9999-99-99',
    '/advice?before=1&after=1',
    '/commitments?side=everyone',
    '/commitments?after=~',
    '/interactions?partner_type=STATE',
    '/search?q=a%00b',
  ])('refuse %s', async (path) => {
    expect((await officer.get(path)).status).toBe(400);
  });

  it.each([
    '/countries/tgo',
    '/countries/toString',
    '/instruments/__proto__',
    '/work-areas/nope',
    '/organisations/1',
  ])('find nothing at %s', async (path) => {
    expect((await officer.get(path)).status).toBe(404);
  });

  it.each(['"', 'AND', 'NEAR(', 'nope:x', '%', '_', '<b>', 'a'.repeat(500), '𝕄', "' or 1=1 --"])(
    'take %s literally when names are looked for',
    async (q) => {
      for (const path of ['/search', '/organisations', '/people', '/countries']) {
        const { status, text } = await officer.get(`${path}?q=${encodeURIComponent(q)}`);
        expect(status, path).toBe(200);
        expect(text, path).not.toContain('<b>');
      }
    },
  );

  it('greet somebody new, and an administrator, with what to do next', async () => {
    const admin = await server.signIn('admin@demo.example');
    expect((await admin.get('/')).text).toContain('You run Rapport, and read no records');
    expect((await outsider.get('/')).text).toContain('Log your first interaction');
  });
});
