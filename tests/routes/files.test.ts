import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDocx, makePdf } from '#seeds/demo/documents.ts';
import type { Agent, Answer } from '#tests/agent.ts';
import { attached } from '#tests/attach.ts';
import { bomb, svg } from '#tests/hostile-files.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

let server: TestServer;
let world: World;
let officer: Agent;
let outsider: Agent;
let meeting: string;
beforeAll(async () => {
  server = await startServer();
  world = await makeWorld(server.db, server.filesDirectory);
  officer = await server.signIn('officer@demo.example');
  outsider = await server.signIn('outsider@demo.example');
  const context = await world.as('officer');
  meeting = await logged(
    context,
    meetingForm(context, [{ organisation: world.ministry.ref }], { sensitivity: 'confidential' }),
  );
});
afterAll(() => server?.stop());

const megabyte = 1024 * 1024;
let forms = 0;

interface Sent {
  name?: string;
  bytes?: Uint8Array | string;
  note?: string;
  key?: string;
  to?: string;
  headers?: Record<string, string>;
}

/** Posts a file as the form of the page does. */
function send(agent: Agent, sent: Sent = {}): Promise<Answer> {
  const form = new FormData();
  form.set('key', sent.key ?? `key-of-form-${(forms += 1)}`);
  form.set('note', sent.note ?? '');
  form.set('file', new Blob([Buffer.from(sent.bytes ?? makePdf(['One page']))]), sent.name ?? 'report.pdf');
  return agent.send(sent.to ?? `/files/on/interaction/${meeting}`, {
    method: 'POST',
    body: form,
    headers: { 'Sec-Fetch-Site': 'same-origin', ...sent.headers },
  });
}

const firstFile = (text: string) => /href="\/files\/([0-9a-z]{10})"/.exec(text)?.[1] ?? '';

it('adds a file by the form, lists it, gives it out, takes it off and puts it back', async () => {
  const note = 'From the visit, "draft"';
  const answer = await send(officer, { name: 'Rapport d’observation (2).pdf', note });
  expect([answer.status, answer.location]).toEqual([303, `/interactions/${meeting}#files`]);
  const page = await officer.get(`/interactions/${meeting}`);
  expect(page.text).toContain('Rapport d’observation (2).pdf');
  expect(page.text).toContain('File added.');
  const ref = firstFile(page.text);
  const file = await officer.get(`/files/${ref}`);
  expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
  expect(file.text).toMatch(/^%PDF-1\.4/);
  expect(file.headers.get('Content-Security-Policy')).toMatch(/^sandbox; default-src 'none'/);
  expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(file.headers.get('Cache-Control')).toBe('no-store');
  expect(file.headers.get('Content-Disposition')).toBe(
    `attachment; filename="Rapport d_observation (2).pdf"; filename*=UTF-8''Rapport%20d%E2%80%99observation%20%282%29.pdf`,
  );
  const off = await officer.post(`/files/${ref}/archival`, { version: '1', act: 'archive' });
  expect([off.status, off.location]).toEqual([303, `/interactions/${meeting}#files`]);
  const after = await officer.get(`/interactions/${meeting}`);
  expect(after.text).toMatch(/File taken off\..*Undo/s);
  expect((await officer.get(`/files/${ref}`)).status).toBe(404);
  expect((await officer.post(`/files/${ref}/archival`, { version: '1', act: 'archive' })).status).toBe(409);
  expect((await officer.post(`/files/${ref}/archival`, { version: '2', act: 'restore' })).status).toBe(303);
  expect((await officer.get(`/files/${ref}`)).status).toBe(200);
});

it.each([
  ['an SVG', { bytes: svg, name: 'photo.png' }, 'not kept here'],
  ['a bomb', { bytes: bomb(150), name: 'a.docx' }, 'unpacks to far more'],
  ['no file', { bytes: '', name: '' }, 'Choose a file'],
  ['an empty file', { bytes: '', name: 'a.txt' }, 'This file is empty'],
])('refuses %s in words, with what was typed beside it', async (_what, sent, words) => {
  const answer = await send(officer, { ...sent, note: 'Words that stay' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain('value="Words that stay"');
  const script = await send(officer, { ...sent, to: `/files/on/interaction/${meeting}/sent` });
  expect(script.status).toBe(422);
  expect(JSON.parse(script.text)).toEqual({ error: expect.stringContaining(words) });
});

it('answers more than 25 MB within a second, announced or not, with the words kept; memory stays', async () => {
  const before = await residentOf(server.pid);
  for (const announced of [true, false]) {
    const started = Date.now();
    const answer = await pour(40, announced);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('larger than 25 MB');
    expect(answer.text).toContain('value="Typed before"');
    // the first answer needs no byte of the file, the second all that it may hold
    expect(Date.now() - started).toBeLessThan(announced ? 1000 : 4000);
  }
  expect((await officer.get(`/interactions/${meeting}`)).status).toBe(200);
  expect((await residentOf(server.pid)) - before).toBeLessThan(120);
});

it('takes one of exactly 25 MB, and text of that size nowhere else', async () => {
  const bytes = Buffer.alloc(25 * megabyte, 'word ');
  expect((await send(officer, { bytes, name: 'long.txt' })).status).toBe(303);
  expect((await send(officer, { bytes, to: '/interactions/new' })).status).toBe(413);
});

it('opens for nobody who may not see the record: hidden, absent, without a session, from another site', async () => {
  const context = await world.as('officer');
  const ref = await attached(
    context,
    { kind: 'interaction', ref: meeting },
    { bytes: 'Hidden', name: 'h.txt' },
  );
  const plain = ({ text, status }: Answer) => `${status} ${text.replace(/nonce="[^"]*"/g, '')}`;
  const absent = plain(await outsider.get('/files/zzzzzzzzzz'));
  expect(plain(await outsider.get(`/files/${ref}`))).toBe(absent);
  expect(absent).toMatch(/^404/);
  const missing = plain(await send(outsider, { to: '/files/on/interaction/zzzzzzzzzz' }));
  expect(plain(await send(outsider))).toBe(missing);
  expect(plain(await outsider.post(`/files/${ref}/archival`, { version: '1' }))).toBe(
    plain(await outsider.post('/files/zzzzzzzzzz/archival', { version: '1' })),
  );
  expect((await server.anonymous().get(`/files/${ref}`)).status).toBe(302);
  expect((await send(server.anonymous())).status).toBe(401);
  expect((await send(officer, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
  for (const path of [
    '/files/on/account/zzzzzzzzzz',
    '/files/..%2f..%2fetc%2fpasswd',
    '/files/on/__proto__/x',
  ])
    expect((await officer.get(path)).status).toBe(404);
});

it.each([
  ['../../etc/passwd.pdf', 'passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\me\\"quoted"; x.pdf', '_quoted__ x.pdf', '%22quoted%22%3B%20x.pdf'],
  ['تقرير.pdf', '_____.pdf', '%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf'],
  ['évil.exe', 'evil.exe.pdf', '%C3%A9vil.exe.pdf'],
])('gives out %j under a safe name', async (name, ascii, encoded) => {
  expect((await send(officer, { name })).status).toBe(303);
  const ref = firstFile((await officer.get(`/interactions/${meeting}`)).text);
  expect((await officer.get(`/files/${ref}`)).headers.get('Content-Disposition')).toBe(
    `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
  );
});

it.each(['a\r\nSet-Cookie: x=1.pdf', 'safe\u202Efdp.pdf', 'a\u0000.pdf'])(
  'refuses %j as a name, in words',
  async (name) => {
    const answer = await send(officer, { name });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/character|one line/);
  },
);

it('reads the words of a document after the answer, in the built program that has no network', async () => {
  const words = `Habeas corpus ${Date.now()}`;
  expect((await send(officer, { bytes: makeDocx([words]), name: 'a.docx' })).status).toBe(303);
  await expect
    .poll(
      () => server.db.selectFrom('stored_file').select('text_state').where('text_body', '=', words).execute(),
      { timeout: 15_000 },
    )
    .toEqual([{ text_state: 'done' }]);
});

it('is no form: a body that breaks off, has no boundary or too long a head', async () => {
  const to = `/files/on/interaction/${meeting}`;
  const post = (body: string, type = 'multipart/form-data; boundary=x') =>
    officer.send(to, {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type },
    });
  const head = 'Content-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
  for (const body of [`--x\r\n${head}half`, 'nothing', `--x\r\n${'y'.repeat(20_000)}`, `--x?\r\n${head}`])
    expect((await post(body)).status).toBe(400);
  expect((await post('x', 'multipart/form-data')).status).toBe(400);
  // what went through the sign-in page comes without its file
  const carried = await officer.post(to, { key: 'carried key', note: 'Kept on the way' });
  expect([carried.status, carried.text.includes('value="Kept on the way"')]).toEqual([422, true]);
});

/** Sends a form whose file has so many megabytes, and answers as soon as it is answered. */
function pour(megabytes: number, announced: boolean): Promise<{ status: number; text: string }> {
  const field = (name: string, rest = '') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n`;
  const start = `${field('key')}abcdefghij\r\n${field('note')}Typed before\r\n${field('file', '; filename="a.pdf"')}`;
  const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.url}/files/on/interaction/${meeting}`, {
      method: 'POST',
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'multipart/form-data; boundary=x',
        Cookie: cookie,
        ...(announced ? { 'Content-Length': String(start.length + megabytes * megabyte) } : {}),
      },
    });
    let answered = false;
    outgoing.once('response', (response) => {
      answered = true;
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.once('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
        outgoing.destroy();
      });
    });
    outgoing.on('error', (error) => (answered ? undefined : reject(error)));
    outgoing.write(start);
    const piece = Buffer.alloc(megabyte, '%PDF-');
    const next = (left: number) => {
      if (left > 0 && !answered) outgoing.write(piece, () => next(left - 1));
    };
    next(megabytes);
  });
}

/** Megabytes of memory of a process. */
async function residentOf(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '0 0');
  return (Number(statm.split(' ')[1]) * 4096) / megabyte;
}
