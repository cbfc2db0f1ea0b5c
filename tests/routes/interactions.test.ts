import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankFollowUp } from '#app/domain/interactions/form.ts';
import { restored } from '#app/domain/kernel/formula-cells.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { today } from '#app/domain/kernel/context.ts';
import type { Agent, Answer } from '#tests/agent.ts';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const NOTES = [
  '# A heading',
  '**Bold** and <b onmouseover=alert(1)>not bold</b>',
  '[bad](javascript:alert(1)) [worse](data:text/html,x) [away](//evil.example) [good](https://example.org/a)',
  '![pixel](https://evil.example/p.png)',
].join('\n\n');

describe.each(engines)('interactions on %s', (engine) => {
  let server: TestServer;
  let world: World;
  let officer: Agent;
  let outsider: Agent;
  let plain: string;
  let confidential: string;
  let planned: string;

  beforeAll(async () => {
    server = await startServer({ engine });
    world = await makeWorld(server.db);
    const context = await world.as('officer');
    const ministry = [{ organisation: world.ministry.ref }];
    const log = (
      rest: Parameters<typeof meetingForm>[2],
      partners: Parameters<typeof meetingForm>[1] = ministry,
    ) => logged(context, meetingForm(context, partners, rest));
    plain = await log(
      {
        summary: '=HYPERLINK("https://evil.example") <script>alert(1)</script>',
        notes: NOTES,
        followUps: [{ ...blankFollowUp(context.actor.ref, today(context)), title: 'Call back' }],
      },
      [{ person: world.minister.ref }],
    );
    confidential = await log({ summary: 'Only for West Africa', sensitivity: 'confidential' });
    planned = await log({ summary: 'Next week', date: addDays(today(context), 7) });
    officer = await server.signIn('officer@demo.example');
    outsider = await server.signIn('outsider@demo.example');
  });
  afterAll(() => server?.stop());

  const steady = (answer: Answer) => answer.text.replace(/nonce="[^"]*"/g, '');

  it('are shown as documents, and their data tells nothing', async () => {
    for (const path of ['/interactions', '/interactions?country=TGO', `/interactions/${plain}`]) {
      const { status, text } = await officer.get(path);
      expect(status, path).toBe(200);
      expect(text.match(/<script/g), path).toHaveLength(1);
      expect(text.match(/<h1/g), path).toHaveLength(1);
      expect(text, path).not.toMatch(/ style=|modulepreload/);
      expect(text, path).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect((await officer.data(path)).text, path).not.toMatch(/HYPERLINK|Mensah/);
    }
  });

  it('show notes as their author laid them out, with links that do no harm and nothing from elsewhere', async () => {
    const { text } = await officer.get(`/interactions/${plain}`);
    expect(text).toContain('<h3>A heading</h3>');
    expect(text).toContain('<strong>Bold</strong>');
    expect(text).toContain('&lt;b onmouseover=alert(1)&gt;');
    expect(text).toContain('href="https://example.org/a"');
    expect(text).not.toMatch(/href="(?:javascript|data|\/\/evil)|<img|<b /i);
  });

  it('answer for a hidden one, byte by byte, as for one that is not there', async () => {
    const missing = steady(await outsider.get('/interactions/0000000000'));
    for (const ref of [confidential, '1', 'x'.repeat(10), '%00', '__proto__']) {
      const answer = await outsider.get(`/interactions/${ref}`);
      expect(answer.status, ref).toBe(404);
      expect(steady(answer), ref).toBe(missing);
    }
    for (const path of ['/follow-ups/%00', '/interactions/%00/edit']) {
      expect((await outsider.get(path)).status, path).toBe(404);
    }
    for (const path of [
      '/follow-ups/%00/completion',
      '/interactions/%00/archival',
      '/interactions/%00/held',
    ]) {
      expect((await outsider.post(path)).status, path).toBe(404);
    }
    for (const act of ['archival', 'held']) {
      const answers = await Promise.all(
        [confidential, '0000000000'].map((ref) => outsider.post(`/interactions/${ref}/${act}`)),
      );
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
      expect(new Set(answers.map(steady)).size).toBe(1);
    }
    for (const path of ['/interactions', '/interactions?country=TGO', '/interactions.csv']) {
      expect((await outsider.get(path)).text, path).not.toContain('Only for West Africa');
    }
    expect((await outsider.get('/interactions')).text).toContain('2 within your access');
    expect((await officer.get('/interactions')).text).toContain('3 within your access');
  });

  it.each([
    'country=tgo',
    'country=TGO&country=BEN',
    'kind=__proto__',
    'work_area=toString',
    'person=0000000000',
    'organisation=1',
    'team=x',
    'author=%27',
    'state=archived',
    'sensitivity=4',
    'with=assessment',
    'from=2026-02-31',
    'to=1e999',
    'sort=summary',
    'sort=date_asc%3B--',
    'before=1',
    'before=2026-11-24~',
    'before=2026-11-24~0000000000&after=2026-11-24~0000000000',
    'limit=1000000',
    'q=%00',
  ])('refuse ?%s, page and file alike', async (query) => {
    expect((await officer.get(`/interactions?${query}`)).status).toBe(400);
    expect((await officer.get(`/interactions.csv?${query}`)).status).toBe(400);
  });

  it('offer the file of what is filtered, which spreadsheets know and do not run', async () => {
    expect((await officer.get('/interactions?state=held')).text).toContain(
      'href="/interactions.csv?state=held"',
    );
    const answer = await officer.get('/interactions.csv?state=held');
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="interactions.csv"');
    const response = await fetch(`${server.url}/interactions.csv?state=held`, {
      headers: { Cookie: `rapport=${officer.cookies.get('rapport') ?? ''}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row['ref'])).toEqual([confidential, plain]);
    expect(rows[1]?.['summary']).toMatch(/^'=HYPERLINK/);
    expect(restored(rows[1]?.['summary'] ?? '')).toBe(
      '=HYPERLINK("https://evil.example") <script>alert(1)</script>',
    );
    expect((await server.anonymous().get('/interactions.csv')).location).toMatch(/^\/login/);
  });

  it('complete a follow-up where it stands', async () => {
    const { text } = await officer.get(`/interactions/${plain}`);
    const action = /action="(\/follow-ups\/\w+\/completion)"/.exec(text)?.[1] ?? '';
    const answer = await officer.post(action, { back: `/interactions/${plain}#follow-ups` });
    expect([answer.status, answer.location]).toEqual([303, `/interactions/${plain}#follow-ups`]);
    expect((await officer.get(`/interactions/${plain}`)).text).toContain('Done');
  });

  it('say from when a planned one can be marked as held', async () => {
    const { text } = await officer.get(`/interactions/${planned}`);
    expect(text).toContain('It can be marked as held from');
    expect(text).not.toContain(`/interactions/${planned}/held`);
    expect((await officer.post(`/interactions/${planned}/held`)).status).toBe(409);
    const passed = addDays(today(await world.as('officer')), -1);
    await server.db
      .updateTable('interaction')
      .set({ occurred_on: passed })
      .where('ref', '=', planned)
      .execute();
    expect((await officer.get(`/interactions/${planned}`)).text).toContain('Mark as held');
    expect((await officer.post(`/interactions/${planned}/held`)).location).toBe(`/interactions/${planned}`);
    expect((await officer.post(`/interactions/${planned}/held`)).status).toBe(409);
  });

  it('archive with a way back, once, and only for those who may', async () => {
    const path = `/interactions/${plain}/archival`;
    expect((await outsider.post(path, { act: 'archive' })).status).toBe(403);
    const cross = await officer.post(path, {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(cross.status).toBe(403);
    const list = await officer.submit(path, { act: 'archive' });
    expect(list.text).toContain('Archived.');
    expect(list.text).toContain(`action="${path}"`);
    expect(list.text).not.toContain('HYPERLINK');
    expect((await officer.post(path, { act: 'archive' })).status).toBe(409);
    const missing = await outsider.get('/interactions/0000000000');
    expect(steady(await outsider.get(`/interactions/${plain}`))).toBe(steady(missing));
    const record = await officer.get(`/interactions/${plain}`);
    expect(record.text).toContain('Restore');
    expect(record.text).not.toContain(`/interactions/${plain}/edit`);
    expect((await officer.submit(path, { act: 'restore' })).text).toContain('Restored.');
    expect((await officer.post(path, { act: 'restore' })).status).toBe(409);
    expect((await outsider.get(`/interactions/${plain}`)).status).toBe(200);
  });
});
