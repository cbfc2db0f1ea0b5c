import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openAttachment } from '#app/domain/attachments/open-attachment.server.ts';
import { unsealFiles } from '#app/domain/attachments/unseal-files.server.ts';
import { verifyFiles } from '#app/domain/attachments/verify-files.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { blankFollowUp, type InteractionForm } from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import type { Level } from '#db/levels.ts';
import { attached } from '#tests/attach.ts';
import { expectNothing } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('a file whose record is sealed no more', (open) => {
  let world: World;
  let officer: Context;
  let meeting: string;
  let file: string;
  let heron: string;

  beforeEach(async () => {
    world ??= await makeWorld(await open());
    officer ??= await world.as('officer');
    heron = `heron ${randomBytes(6).toString('hex')}`;
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity: 'sealed' });
    meeting = await logged(officer, form);
    file = await attached(
      officer,
      { kind: 'interaction', ref: meeting },
      { name: 'a.txt', bytes: heron, sealed: true },
    );
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const edited = async (sensitivity: Level, rest: Partial<InteractionForm> = {}) => {
    const form = await formOfInteraction(
      officer,
      await readInteraction(officer, meeting),
      randomBytes(8).toString('hex'),
    );
    const parsed = parseInteraction({ ...form, sensitivity, ...rest });
    if (!parsed.ok) throw new Error('refused');
    return parsed.input;
  };
  const plainly = () =>
    readdirSync(officer.filesDirectory, { recursive: true, encoding: 'utf8' })
      .map((path) => join(officer.filesDirectory, path))
      .filter((path) => statSync(path).isFile() && readFileSync(path, 'latin1').includes(heron));
  const sealedNow = async () => {
    const row = await world.db
      .selectFrom('attachment')
      .innerJoin('stored_file', 'stored_file.id', 'attachment.file_id')
      .select(['stored_file.sealed', 'attachment.level'])
      .where('attachment.ref', '=', file)
      .executeTakeFirstOrThrow();
    return [row.level, row.sealed];
  };
  const content = async () => (await buffer((await openAttachment(officer, file)).content)).toString();

  it('is nowhere in the clear where the change is rolled back', async () => {
    // a row that somebody else has removed: found once the files have been seen to
    const row = { ...blankFollowUp(officer.actor.ref, today(officer)), title: 'Gone', ref: '0000000000' };
    const input = await edited('internal', { followUps: [row] });
    await expectNothing(world.db, 'Conflict', () => editInteraction(officer, meeting, input));
    expect(plainly()).toEqual([]);
    expect(await sealedNow()).toEqual([3, 1]);
    expect(await content()).toBe(heron);
  });

  it('stays encrypted, and is read, where it cannot be written now, until the clock comes back to it', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    // where its folder should be there is a file: what a full disk does, without one
    writeFileSync(join(officer.filesDirectory, 'plain'), '');
    expect(await editInteraction(officer, meeting, await edited('internal'))).toMatchObject({
      outcome: 'saved',
    });
    expect(told).toHaveBeenCalledOnce();
    expect(await sealedNow()).toEqual([0, 1]);
    expect(plainly()).toEqual([]);
    expect(await content()).toBe(heron);
    rmSync(join(officer.filesDirectory, 'plain'));
    expect(await unsealFiles(officer)).toBe(1);
    expect(await unsealFiles(officer)).toBe(0);
    expect(await sealedNow()).toEqual([0, 0]);
    expect(plainly()).toHaveLength(1);
    expect(await content()).toBe(heron);
    expect((await verifyFiles(officer)).faults).toEqual([]);
  });

  it('keeps the encrypted one for another record that is still sealed', async () => {
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity: 'sealed' });
    const other = await logged(officer, form);
    const bytes = heron;
    const second = await attached(
      officer,
      { kind: 'interaction', ref: other },
      { name: 'b.txt', bytes, sealed: true },
    );
    await editInteraction(officer, meeting, await edited('internal'));
    expect(await sealedNow()).toEqual([0, 0]);
    const opened = await openAttachment(officer, second);
    expect((await buffer(opened.content)).toString()).toBe(heron);
    expect((await verifyFiles(officer)).faults).toEqual([]);
  });
});
