import { expect, it } from 'vitest';
import { archiveFollowUp, restoreFollowUp } from '#app/domain/follow-ups/archive-follow-up.server.ts';
import { assignFollowUp } from '#app/domain/follow-ups/assign-follow-up.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { exportFollowUps } from '#app/domain/follow-ups/export-follow-ups.server.ts';
import { listFollowUpsPage } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { moveFollowUps } from '#app/domain/follow-ups/move-follow-ups.server.ts';
import { openFollowUpForEdit } from '#app/domain/follow-ups/open-for-edit.server.ts';
import { previewMove } from '#app/domain/follow-ups/preview-move.server.ts';
import { recordFollowUpOpening } from '#app/domain/follow-ups/record-opening.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { snoozeFollowUp } from '#app/domain/follow-ups/snooze-follow-up.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { restoreInteraction } from '#app/domain/interactions/restore-interaction.server.ts';
import { startForm } from '#app/domain/interactions/start-form.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { asked, oneFollowUp } from './one-follow-up.ts';

describeOnBoth('what comes of a follow-up', (open) => {
  const { scene, row, refsOf, log, due } = oneFollowUp(open);
  const records = (act: () => Promise<unknown>) => recordedBy(scene.world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(scene.world.db, end, act);

  it('completes, says what is next, and refuses a next one that is none', async () => {
    const { officer, colleague, meeting, ref } = scene;
    const next = { title: 'Ask for an answer', due: '2027-02-15', assignee: colleague.actor.ref };
    await nothing('refused', () => completeFollowUp(officer, ref, 'Sent', { ...next, due: '2027-02-31' }));
    await nothing('refused', () => completeFollowUp(officer, ref, 'Sent', { ...next, due: '9999-01-01' }));
    await nothing('refused', () => completeFollowUp(officer, ref, 'Sent', { ...next, assignee: 'nobody' }));
    await nothing('refused', () => completeFollowUp(officer, ref, 'Sent', { ...next, title: 'a\0b' }));
    expect(await records(() => completeFollowUp(officer, ref, 'Sent', next))).toEqual([
      'follow-up.completed',
      'follow-up.created',
    ]);
    const [, added = ''] = await refsOf(meeting);
    expect(await row(added)).toMatchObject({ assignee_id: colleague.actor.accountId, due_on: '2027-02-15' });
  });

  it('is completed by the meeting that is logged from it, and never in its way', async () => {
    const { officer, colleague, outsider, ref } = scene;
    const blank = {
      organisation: '',
      person: '',
      country: '',
      workArea: '',
      instrument: '',
      kind: '',
      partOf: '',
    };
    const form = { ...(await startForm(officer, { ...blank, followUp: ref })), summary: 'We met again' };
    expect(form.followUp).toBe(ref);
    const save = async (context: Context, change: Partial<InteractionForm>) => {
      const parsed = parseInteraction({ ...form, ...change });
      return parsed.ok ? logInteraction(context, parsed.input) : { outcome: 'unparsed' };
    };
    expect(await records(() => save(officer, { key: 'left-open-1', followUpOpen: 'yes' }))).toEqual([
      'interaction.logged',
    ]);
    expect(await records(() => save(officer, { key: 'completing-1' }))).toEqual([
      'interaction.logged',
      'follow-up.completed',
    ]);
    const { logged: by, open: isOpen } = await showFollowUp(officer, ref);
    expect([by?.summary, isOpen]).toEqual(['We met again', false]);
    expect(await records(() => save(colleague, { key: 'too-late-01' }))).toEqual(['interaction.logged']);
    expect(await records(() => save(officer, { key: 'no-such-one', followUp: 'zzzzzzzzzz' }))).toEqual([
      'interaction.logged',
    ]);
    await reopenFollowUp(officer, ref);
    expect(await records(() => save(outsider, { key: 'of-another', staff: [outsider.actor.ref] }))).toEqual([
      'interaction.logged',
    ]);
    expect((await row()).meaning).toBe('open');
  });

  it('removes and restores', async () => {
    const { officer, outsider, ref } = scene;
    await nothing('Forbidden', () => archiveFollowUp(outsider, ref));
    await nothing('Conflict', () => restoreFollowUp(officer, ref));
    expect(await records(() => archiveFollowUp(officer, ref))).toEqual(['follow-up.removed']);
    for (const act of [
      () => archiveFollowUp(officer, ref),
      () => completeFollowUp(officer, ref, ''),
      () => snoozeFollowUp(officer, ref, 'tomorrow'),
      () => openFollowUpForEdit(officer, ref),
    ]) {
      await nothing('Conflict', act);
    }
    expect((await showFollowUp(officer, ref)).closed).toBe('removed');
    await expect(showFollowUp(outsider, ref)).rejects.toThrow();
    expect(await records(() => restoreFollowUp(officer, ref))).toEqual(['follow-up.restored']);
  });

  it('is read and not changed while its meeting is archived', async () => {
    const { officer, colleague, outsider, meeting, ref } = scene;
    await archiveInteraction(officer, meeting);
    expect(await showFollowUp(officer, ref)).toMatchObject({ closed: 'meeting', mayChange: false });
    await expect(showFollowUp(outsider, ref)).rejects.toThrow();
    for (const act of [
      () => completeFollowUp(officer, ref, ''),
      () => archiveFollowUp(officer, ref),
      () => assignFollowUp(officer, ref, { assignee: colleague.actor.ref, note: '' }),
    ]) {
      await nothing('Conflict', act);
    }
    await restoreInteraction(officer, meeting);
    expect(await records(() => completeFollowUp(officer, ref, ''))).toEqual(['follow-up.completed']);
  });

  it('moves the dates of a mission at once, shown first, all or none, and back', async () => {
    const { world, officer, outsider, meeting } = scene;
    const part = await log({
      countries: ['TGO', 'BEN'],
      countriesChosen: 'yes',
      followUps: [due('2027-02-10', 'B')],
    });
    await world.db
      .updateTable('interaction')
      .set({ part_of_id: (await row()).interaction_id })
      .where('ref', '=', part)
      .execute();
    const question = { picks: [], interaction: meeting, country: '', days: '7' };
    const preview = await previewMove(officer, question);
    expect(preview.rows.map(({ from, to }) => [from, to])).toEqual([
      ['2027-01-31', '2027-02-07'],
      ['2027-02-10', '2027-02-17'],
    ]);
    expect((await previewMove(officer, { ...question, country: 'BEN' })).rows).toHaveLength(1);
    expect((await previewMove(outsider, question)).rows).toEqual([]);
    const seen = preview.rows;
    await nothing('Forbidden', () => moveFollowUps(outsider, seen, 7));
    await nothing('refused', () => moveFollowUps(officer, seen, 0));
    await nothing('refused', () => moveFollowUps(officer, seen, 99_999));
    await nothing('NotFound', () => moveFollowUps(officer, [], 7));
    await nothing('Conflict', () => moveFollowUps(officer, [...seen, { ref: 'zzzzzzzzzz', version: 1 }], 7));
    const stale = seen.map((one, index) => ({ ...one, version: one.version - index }));
    await nothing('Conflict', () => moveFollowUps(officer, stale, 7));
    const before = await row();
    expect(await records(() => moveFollowUps(officer, seen, 7))).toEqual([
      'follow-up.moved',
      'follow-up.moved',
    ]);
    expect((await row()).due_on).toBe('2027-02-07');
    const now = (await previewMove(officer, question)).rows;
    await moveFollowUps(officer, now, -7);
    expect({ ...(await row()), version: 0, updated_at: '' }).toEqual({
      ...before,
      version: 0,
      updated_at: '',
    });
  });

  it('records an export with its filter and count, and the reading of what is restricted', async () => {
    const { officer } = scene;
    const closed = await log({ sensitivity: 'sealed', followUps: [due('2027-02-01', 'Under seal')] });
    const [sealed = ''] = await refsOf(closed);
    const rows: Record<string, string>[] = [];
    expect(
      await records(async () => {
        const { after: _page, ...question } = asked;
        for await (const one of await exportFollowUps(officer, question)) rows.push(one);
      }),
    ).toEqual(['follow-ups.exported']);
    expect(rows.find((one) => one['ref'] === sealed)?.['follow_up']).toBe('Sealed record');
    expect(rows.length).toBe((await listFollowUpsPage(officer, asked)).followUps.length);
    expect(await records(async () => recordFollowUpOpening(officer, await row(sealed)))).toEqual([
      'interaction.opened',
    ]);
    await nothing('done', async () => recordFollowUpOpening(officer, await row()));
  });
});
