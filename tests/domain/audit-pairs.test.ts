import { beforeAll, beforeEach, expect, it } from 'vitest';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { settleCommitment } from '#app/domain/commitments/settle-commitment.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { blankAdvice, blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { holdInteraction } from '#app/domain/interactions/hold-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { restoreInteraction } from '#app/domain/interactions/restore-interaction.server.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import { commit } from '#app/domain/kernel/commit.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { today } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { describeOnBoth } from '../databases.ts';
import { tallyFaults } from '../tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '../world.ts';

describeOnBoth('a use case and its audit record', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let ref: string;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
  });

  beforeEach(async () => {
    ref = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        advice: [{ ...blankAdvice(), text: 'A separate budget line' }],
        commitments: [{ ...blankCommitment(), text: 'The draft law' }],
        followUps: [{ ...blankFollowUp(officer.actor.ref, today(officer)), title: 'Send comments' }],
      }),
    );
  });

  const actions = async () =>
    (await world.db.selectFrom('audit_event').select('action').orderBy('id').execute()).map(
      (row) => row.action,
    );

  /** What an act adds to the audit. */
  const recordedBy = async (act: () => Promise<unknown>): Promise<string[]> => {
    const before = (await actions()).length;
    await act();
    return (await actions()).slice(before);
  };

  /** A refused act leaves every table of records as it was, and the audit too. */
  const expectNothing = async (act: () => Promise<unknown>) => {
    const tables = [
      'interaction',
      'interaction_participant',
      'advice',
      'advice_step',
      'commitment',
      'follow_up',
      'audit_event',
      'audit_head',
      'interaction_tally',
    ] as const;
    const all = async () =>
      JSON.stringify(
        await Promise.all(tables.map((table) => world.db.selectFrom(table).selectAll().execute())),
      );
    const before = await all();
    await act().catch(() => undefined);
    expect(await all()).toBe(before);
  };

  const child = async (kind: 'advice' | 'commitments' | 'followUps') =>
    (await readInteraction(officer, ref))[kind][0]?.ref ?? '';

  it('logs with one record for each thing that was written', async () => {
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }], {
      advice: [{ ...blankAdvice(), text: 'One' }],
      followUps: [{ ...blankFollowUp(officer.actor.ref, today(officer)), title: 'Two' }],
      assessment: 'Three',
    });
    expect(await recordedBy(() => logged(officer, form))).toEqual([
      'interaction.logged',
      'advice.given',
      'follow-up.created',
      'assessment.written',
    ]);
    await expectNothing(() => logged(officer, { ...form, key: 'another one', kind: 'no such kind' }));
  });

  it('edits', async () => {
    const whole = await readInteraction(officer, ref);
    const form = await formOfInteraction(officer, whole, 'a key of its own');
    const parsed = parseInteraction({ ...form, summary: 'Another summary' });
    if (!parsed.ok) throw new Error('refused');
    await expectNothing(() => editInteraction(outsider, ref, parsed.input));
    expect(await recordedBy(() => editInteraction(officer, ref, parsed.input))).toEqual([
      'interaction.edited',
    ]);
    await expectNothing(() => editInteraction(officer, ref, parsed.input));
  });

  it('archives and restores, once each, and keeps the counts', async () => {
    await expectNothing(() => archiveInteraction(outsider, ref));
    expect(await recordedBy(() => archiveInteraction(officer, ref))).toEqual(['interaction.archived']);
    await expectNothing(() => archiveInteraction(officer, ref));
    expect(await tallyFaults(world.db)).toEqual([]);
    expect(await recordedBy(() => restoreInteraction(officer, ref))).toEqual(['interaction.restored']);
    await expectNothing(() => restoreInteraction(officer, ref));
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('holds what was planned, when its day has come', async () => {
    const planned = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { date: addDays(today(officer), 3) }),
    );
    await expectNothing(() => holdInteraction(officer, planned));
    const later = { ...officer, now: new Date(officer.now.getTime() + 5 * 86_400_000) };
    expect(await recordedBy(() => holdInteraction(later, planned))).toEqual(['interaction.held']);
    await expectNothing(() => holdInteraction(later, planned));
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('completes and reopens a follow-up; the second to complete is told who was faster', async () => {
    const followUp = await child('followUps');
    await expectNothing(() => completeFollowUp(outsider, followUp, ''));
    expect(await recordedBy(() => completeFollowUp(officer, followUp, 'Sent'))).toEqual([
      'follow-up.completed',
    ]);
    await expect(completeFollowUp(await world.as('colleague'), followUp, '')).rejects.toThrow(
      /The officer has completed this/,
    );
    expect(await recordedBy(() => reopenFollowUp(officer, followUp))).toEqual(['follow-up.reopened']);
  });

  it('says what came of advice and of a promise', async () => {
    const move = {
      status: 'rejected',
      occurredOn: today(officer),
      evidence: 'staff_judgement',
      note: '',
      contribution: null,
    } as const;
    const advice = await child('advice');
    await expectNothing(() => moveAdvice(officer, advice, move));
    expect(
      await recordedBy(() => moveAdvice(officer, advice, { ...move, note: 'The cabinet refused' })),
    ).toEqual(['advice.moved']);
    const commitment = await child('commitments');
    await expectNothing(() =>
      settleCommitment(officer, commitment, { status: 'broken', on: today(officer), reason: '' }),
    );
    const kept = { status: 'kept', on: today(officer), reason: '' } as const;
    expect(await recordedBy(() => settleCommitment(officer, commitment, kept))).toEqual([
      'commitment.edited',
    ]);
  });

  it('rolls back a write that records nothing, and one that breaks off', async () => {
    const write = (context: Context, then: () => void) =>
      commit(context, async ({ trx }) => {
        await trx.updateTable('interaction').set({ place: 'nowhere' }).where('ref', '=', ref).execute();
        then();
      });
    await expectNothing(() => write(officer, () => undefined));
    await expectNothing(() =>
      write(officer, () => {
        throw new Error('broken off');
      }),
    );
  });

  it('keeps a chain that is sound without its values, and tells when an event was altered', async () => {
    await world.db.deleteFrom('audit_value').execute();
    expect(await verifyChain(world.db, officer.keys)).toMatchObject({ sound: true });
    await world.db.updateTable('audit_head').set({ sequence: 3 }).execute();
    expect(await verifyChain(world.db, officer.keys)).toMatchObject({ sound: false });
  });
});
