import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { extractInChild } from '#app/domain/attachments/extract-in-child.server.ts';
import { extractWaitingTexts } from '#app/domain/attachments/extract-waiting-texts.server.ts';
import { pathOf, readContent, receiveFile } from '#app/domain/attachments/file-store.server.ts';
import { DOCX, FILE_LIMIT, ODT, PDF, PLAIN_TEXT } from '#app/domain/attachments/kinds.ts';
import { sweepFiles } from '#app/domain/attachments/sweep-files.server.ts';
import { verifyFiles } from '#app/domain/attachments/verify-files.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import type { StoredFile } from '#db/queries/stored-files.ts';
import { makeDocx, makeOdt, makePdf } from '#seeds/demo/documents.ts';
import { attached } from '#tests/attach.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { bomb, laughs, xxe } from '#tests/hostile-files.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const DAY = 86_400_000;

describeOnBoth('the folder of files', (open) => {
  let world: World;
  let officer: Context;
  let meeting: string;
  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    meeting = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
  });

  const on = () => ({ kind: 'interaction', ref: meeting }) as const;
  const incoming = () => readdirSync(join(officer.filesDirectory, 'incoming'));
  const stored = (name: string) =>
    world.db
      .selectFrom('stored_file')
      .innerJoin('attachment', 'attachment.file_id', 'stored_file.id')
      .selectAll('stored_file')
      .where('attachment.name', '=', name)
      .executeTakeFirstOrThrow();

  async function* pieces(bytes: number, broken = false): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < bytes; sent += 65_536) yield randomBytes(Math.min(65_536, bytes - sent));
    if (broken) throw new Error('The line is lost.');
  }

  it('keeps nothing of what is too large or breaks off, sealed or not', async () => {
    for (const sealed of [false, true]) {
      await expect(receiveFile(officer, pieces(FILE_LIMIT + 1), sealed)).rejects.toThrow(
        expect.objectContaining({ name: 'FileTooLarge' }),
      );
      await expect(receiveFile(officer, pieces(200_000, true), sealed)).rejects.toThrow('The line is lost');
    }
    expect(incoming()).toEqual([]);
    const whole = await receiveFile(officer, pieces(FILE_LIMIT), true);
    expect(whole.size).toBe(FILE_LIMIT);
  });

  it('sweeps what a crash has left, a day later, and nothing that a record names or that just came', async () => {
    await attached(officer, on(), { name: 'kept.txt', bytes: 'Kept' });
    const lost = { content_hash: 'ab'.repeat(32), sealed: 0 };
    const recent = { content_hash: 'cd'.repeat(32), sealed: 1 };
    const broken = join(officer.filesDirectory, 'incoming', 'broken');
    for (const path of [
      pathOf(officer.filesDirectory, lost),
      pathOf(officer.filesDirectory, recent),
      broken,
    ]) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'left behind');
    }
    const old = new Date(officer.now.getTime() - 2 * DAY);
    const kept = await stored('kept.txt');
    for (const path of [pathOf(officer.filesDirectory, lost), pathOf(officer.filesDirectory, kept), broken])
      utimesSync(path, old, old);
    expect(await sweepFiles(officer)).toBe(2);
    expect((await readContent(officer, kept)).toString()).toBe('Kept');
    expect(readFileSync(pathOf(officer.filesDirectory, recent), 'utf8')).toBe('left behind');
    const tomorrow = { ...officer, now: new Date(officer.now.getTime() + 2 * DAY) };
    // where no file of the folder is known, it is another database's
    await sweepFiles({ ...tomorrow, db: await open() });
    expect((await readContent(officer, kept)).toString()).toBe('Kept');
    await sweepFiles(tomorrow);
    expect(incoming()).toEqual([]);
    expect((await verifyFiles(officer)).faults).toEqual([]);
  });

  it('says which file is missing, altered or sealed under another key', async () => {
    await attached(officer, on(), { name: 'altered.txt', bytes: 'As it was' });
    const file = await stored('altered.txt');
    const path = pathOf(officer.filesDirectory, file);
    writeFileSync(path, 'As it is now');
    expect((await verifyFiles(officer)).faults).toEqual([`${path} has been altered`]);
    writeFileSync(path, 'As it was');
    const elsewhere = { ...officer, filesDirectory: join(officer.filesDirectory, 'elsewhere') };
    const { files, faults } = await verifyFiles(elsewhere);
    expect(faults).toHaveLength(files);
    expect(faults[0]).toMatch(/ is missing$/);
    const sealed = await receiveFile(officer, pieces(100), true);
    const name = { content_hash: sealed.hash, sealed: 1 };
    mkdirSync(dirname(pathOf(officer.filesDirectory, name)), { recursive: true });
    writeFileSync(pathOf(officer.filesDirectory, name), readFileSync(sealed.path));
    const otherKeys = { ...officer, keys: deriveKeys('another key of more than thirty-two characters') };
    await expect(readContent(otherKeys, name)).rejects.toThrow('another APP_KEY');
    const spoilt = readFileSync(sealed.path);
    spoilt[30] = (spoilt[30] ?? 0) ^ 1;
    writeFileSync(pathOf(officer.filesDirectory, name), spoilt);
    await expect(readContent(officer, name)).rejects.toThrow();
  });

  it('extracts the words of what waits, and marks what cannot be read', { timeout: 60_000 }, async () => {
    const line = 'Monitoring of police custody';
    await attached(officer, on(), { name: 'good.pdf', bytes: makePdf([line]) });
    await attached(officer, on(), { name: 'good.docx', bytes: makeDocx([line, 'A & B']) });
    await attached(officer, on(), { name: 'good.odt', bytes: makeOdt([line]) });
    await attached(officer, on(), { name: 'bad.pdf', bytes: '%PDF-1.4\nthis is no more' });
    await attached(officer, on(), { name: 'xxe.docx', bytes: xxe('/etc/passwd') });
    await extractWaitingTexts(officer);
    const rows: Record<string, StoredFile> = {};
    for (const name of ['good.pdf', 'good.docx', 'good.odt', 'bad.pdf', 'xxe.docx'])
      rows[name] = await stored(name);
    expect(rows['good.pdf']?.text_body).toBe(line);
    expect(rows['good.docx']?.text_body).toBe(`${line}\nA & B`);
    expect(rows['good.odt']?.text_body).toBe(line);
    expect(rows['bad.pdf']).toMatchObject({ text_state: 'failed', text_body: null });
    expect(rows['xxe.docx']).toMatchObject({ text_state: 'failed', text_body: null });
  });
});

/** How long the event loop stood still while `act` ran, at most, in milliseconds. */
async function longestPause(act: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await act();
  clearInterval(timer);
  return longest;
}

const extract = (bytes: Uint8Array, kind: string, milliseconds = 20_000) =>
  extractInChild(Buffer.from(bytes), kind, {
    ...{ milliseconds, heapMegabytes: 256, residentMegabytes: 700, outputBytes: 16 * 1024 * 1024 },
  });

it.each([
  ['an entity that names a file', xxe('/etc/passwd'), DOCX],
  ['a billion laughs', laughs(), DOCX],
  ['a document whose text unpacks to 400 MB', swollenText(400), DOCX],
  ['an OpenDocument without content', makeDocx(['x']), ODT],
  ['a PDF that points at itself', circularPdf(), PDF],
  ['text that is none', Buffer.from([0xff, 0xff, 0xff]), PLAIN_TEXT],
])('gives up on %s, and the app answers meanwhile', { timeout: 40_000 }, async (_what, bytes, kind) => {
  const started = Date.now();
  let found: string | undefined = '';
  expect(await longestPause(async () => (found = await extract(bytes, kind)))).toBeLessThan(1000);
  expect(found === undefined || found === '').toBe(true);
  expect(Date.now() - started).toBeLessThan(25_000);
});

it('stops a parser that takes too long', async () => {
  const long = makePdf(Array.from({ length: 100_000 }, (_, index) => `Line ${index} of a very long page`));
  const started = Date.now();
  expect(await extract(long, PDF, 700)).toBeUndefined();
  expect(Date.now() - started).toBeLessThan(5000);
});

it('reads a picture of a document past what is not text', async () => {
  expect(await extract(bomb(60), DOCX)).toBe('x');
});

function swollenText(megabytes: number): Uint8Array {
  return makeDocx([], { 'word/document.xml': new Uint8Array(megabytes * 1024 * 1024).fill(120) });
}

function circularPdf(): Uint8Array {
  const text = Buffer.from(makePdf(['x'])).toString('latin1');
  return Buffer.from(text.replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1');
}
