import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { addAttachment } from '#app/domain/attachments/add-attachment.server.ts';
import { archiveAttachment } from '#app/domain/attachments/archive-attachment.server.ts';
import { extractWaitingTexts } from '#app/domain/attachments/extract-waiting-texts.server.ts';
import { openAttachment } from '#app/domain/attachments/open-attachment.server.ts';
import { readFileText } from '#app/domain/attachments/file-text.server.ts';
import { restoreAttachment } from '#app/domain/attachments/restore-attachment.server.ts';
import { verifyFiles } from '#app/domain/attachments/verify-files.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import type { Level } from '#db/levels.ts';
import { makePdf } from '#seeds/demo/documents.ts';
import { attach, attached, received } from '#tests/attach.ts';
import { everyRow, expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { html } from '#tests/hostile-files.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('attachments', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  let outsider: Context;
  let meeting: string;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    colleague = await world.as('colleague');
    outsider = await world.as('outsider');
  });

  const log = (sensitivity: Level, rest: Partial<InteractionForm> = {}) =>
    logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity, ...rest }));
  beforeEach(async () => {
    meeting = await log('confidential');
  });

  const on = (ref: string) => ({ kind: 'interaction', ref }) as const;
  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const contentOf = async (context: Context, ref: string) =>
    buffer((await openAttachment(context, ref)).content);
  const rowOf = (ref: string) =>
    world.db
      .selectFrom('attachment')
      .innerJoin('stored_file', 'stored_file.id', 'attachment.file_id')
      .selectAll('stored_file')
      .select(['attachment.name', 'attachment.level', 'attachment.version', 'attachment.file_id'])
      .where('attachment.ref', '=', ref)
      .executeTakeFirstOrThrow();

  /** Every file on the disk, by its path below the folder of files. */
  const onDisk = () =>
    readdirSync(officer.filesDirectory, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(officer.filesDirectory, path)).isFile())
      .sort();

  async function setLevel(
    ref: string,
    sensitivity: Level,
    rest: Partial<InteractionForm> = {},
  ): Promise<void> {
    const form = await formOfInteraction(
      officer,
      await readInteraction(officer, ref),
      `${ref} to ${sensitivity}`,
    );
    const parsed = parseInteraction({ ...form, sensitivity, ...rest });
    if (!parsed.ok) throw new Error('refused');
    expect(await editInteraction(officer, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
  }

  it('adds a file with one record, and nothing where it is refused', async () => {
    let ref = '';
    expect(
      await records(async () => {
        ref = await attached(officer, on(meeting), { note: 'From the visit' });
      }),
    ).toEqual(['attachment.added']);
    const arrived = await received(officer, makePdf(['Once more']));
    const input = { key: 'of its own', name: 'once.pdf', note: '', incoming: arrived };
    expect(await records(() => addAttachment(officer, on(meeting), input))).toEqual(['attachment.added']);
    expect(existsSync(arrived.path)).toBe(false);
    expect((await contentOf(officer, ref)).toString('latin1')).toMatch(/^%PDF/);
    const view = await showInteraction(officer, meeting);
    expect(view.files.files).toMatchObject([
      { name: 'once.pdf' },
      { name: 'report.pdf', note: 'From the visit', kind: 'PDF' },
    ]);
    expect(view.history[0]).toMatchObject({ action: 'attachment.added' });
    const before = onDisk();
    await nothing('NotFound', () => attach(outsider, on(meeting)));
    await nothing('NotFound', () => attach(officer, on('zzzzzzzzzz')));
    await nothing('refused', () => attach(officer, on(meeting), { bytes: html, name: 'a.txt' }));
    await nothing('refused', () => attach(officer, on(meeting), { name: 'safe\u202Efdp.exe' }));
    await nothing('refused', () => attach(officer, on(meeting), { name: 'x'.repeat(300) }));
    await nothing('refused', () => attach(officer, on(meeting), { note: 'x'.repeat(301) }));
    const open = await log('internal');
    await nothing('Forbidden', () => attach(outsider, on(open)));
    const admin = await world.as('admin');
    await nothing('NotFound', () => attach(admin, on(open)));
    await archiveInteraction(officer, open);
    await nothing('Conflict', () => attach(officer, on(open)));
    expect(onDisk()).toEqual(before);
  });

  it('makes one of the same form sent twice, also at once', async () => {
    const twice = { key: 'the same key', name: 'twice.txt', bytes: 'Sent twice' };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => attach(officer, on(meeting), twice)));
    expect(outcomes.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    expect(new Set(outcomes.map((one) => ('ref' in one ? one.ref : '')))).toHaveProperty('size', 1);
    await nothing('already-saved', () => attach(officer, on(meeting), twice));
    await nothing('refused', () => attach(officer, on(meeting), { ...twice, bytes: 'Another' }));
    expect((await showInteraction(officer, meeting)).files.files).toHaveLength(1);
  });

  it('keeps the same content once, and for the other record when it is taken off one', async () => {
    const other = await log('internal');
    const bytes = 'The same for both';
    const first = await attached(officer, on(meeting), { name: 'a.txt', bytes });
    const files = onDisk().length;
    const second = await attached(officer, on(other), { name: 'b.txt', bytes });
    expect(onDisk()).toHaveLength(files);
    expect((await rowOf(first)).file_id).toBe((await rowOf(second)).file_id);
    await archiveAttachment(officer, first, '1');
    expect((await contentOf(officer, second)).toString()).toBe(bytes);
    await setLevel(meeting, 'sealed');
    expect((await contentOf(officer, second)).toString()).toBe(bytes);
  });

  it('is taken off and put back by whoever may change the record, if it is as they saw it', async () => {
    const ref = await attached(officer, on(meeting), { name: 'a.txt', bytes: 'Taken off' });
    const open = await log('internal');
    const seen = await attached(officer, on(open));
    await nothing('NotFound', () => archiveAttachment(outsider, ref, '1'));
    await nothing('Forbidden', () => archiveAttachment(outsider, seen, '1'));
    await nothing('Forbidden', () => restoreAttachment(outsider, seen, '1'));
    await nothing('NotFound', () => archiveAttachment(officer, 'zzzzzzzzzz', '1'));
    await nothing('Conflict', () => archiveAttachment(officer, ref, '2'));
    await nothing('Conflict', () => restoreAttachment(officer, ref, '1'));
    expect(await records(() => archiveAttachment(officer, ref, '1'))).toEqual(['attachment.archived']);
    await nothing('NotFound', () => openAttachment(officer, ref));
    await nothing('Conflict', () => archiveAttachment(colleague, ref, '1'));
    const { files } = await showInteraction(officer, meeting);
    expect([files.files.length, files.takenOff.length]).toEqual([0, 1]);
    expect(await records(() => restoreAttachment(colleague, ref, '2'))).toEqual(['attachment.restored']);
    await nothing('Conflict', () => restoreAttachment(officer, ref, '2'));
    expect((await contentOf(officer, ref)).toString()).toBe('Taken off');
  });

  it('goes with its record: hidden, archived, and open to new readers', async () => {
    const ref = await attached(officer, on(meeting), { name: 'a.txt', bytes: 'Follows' });
    await nothing('NotFound', () => openAttachment(outsider, ref));
    await setLevel(meeting, 'restricted', { readers: [outsider.actor.ref] });
    await nothing('NotFound', () => openAttachment(colleague, ref));
    expect(await records(() => openAttachment(outsider, ref))).toEqual(['attachment.opened']);
    await setLevel(meeting, 'internal');
    await nothing('done', () => openAttachment(colleague, ref));
    await archiveInteraction(officer, meeting);
    await nothing('NotFound', () => openAttachment(officer, ref));
    expect((await showInteraction(officer, meeting)).files.files).toEqual([]);
  });

  it('is encrypted on a sealed record, with its name and its words, and in the clear again where it was', async () => {
    const words = 'Nobody may read of the heron';
    const content = Buffer.from(makePdf([words]));
    const sealedBefore = onDisk().filter((path) => path.startsWith('sealed'));
    const ref = await attached(officer, on(meeting), { name: 'heron.pdf', note: 'of heron', bytes: content });
    await extractWaitingTexts(officer);
    expect((await rowOf(ref)).text_body).toBe(words);
    const plain = onDisk();
    await setLevel(meeting, 'sealed');
    const sealed = await rowOf(ref);
    expect([sealed.sealed, sealed.level, sealed.text_state]).toEqual([1, 3, 'done']);
    expect(readFileText(officer.keys, sealed)).toBe(words);
    expect(await everyRow(world.db)).not.toMatch(/heron/i);
    for (const path of onDisk())
      expect(readFileSync(join(officer.filesDirectory, path), 'latin1')).not.toContain('heron');
    expect(await contentOf(officer, ref)).toEqual(content);
    expect((await openAttachment(officer, ref)).name).toBe('heron.pdf');
    expect((await showInteraction(officer, meeting)).files.files[0]?.note).toBe('of heron');
    const sealedToo = { name: 'egret.txt', bytes: 'And the egret', sealed: true };
    const second = await attached(officer, on(meeting), sealedToo);
    await extractWaitingTexts(officer);
    expect(readFileText(officer.keys, await rowOf(second))).toBe('And the egret');
    expect(await everyRow(world.db)).not.toMatch(/egret/i);
    // one that was on its way while it was sealed is not kept in the clear
    await nothing('Conflict', () => attach(officer, on(meeting), { bytes: 'In the clear', name: 'a.txt' }));
    await setLevel(meeting, 'confidential');
    expect(await contentOf(officer, ref)).toEqual(content);
    expect((await rowOf(second)).text_body).toBe('And the egret');
    expect(onDisk().filter((path) => path.startsWith('sealed'))).toEqual(sealedBefore);
    expect(onDisk()).toEqual(expect.arrayContaining(plain));
    expect((await verifyFiles(officer)).faults).toEqual([]);
  });
});
