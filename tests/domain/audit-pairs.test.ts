import { beforeAll, beforeEach, expect, it } from 'vitest';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import { settleCommitment } from '#app/domain/commitments/settle-commitment.server.ts';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import {
  blankAdvice,
  blankCommitment,
  blankFollowUp,
  type InteractionForm,
} from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { holdInteraction } from '#app/domain/interactions/hold-interaction.server.ts';
import { logInteraction } from '#app/domain/interactions/log-interaction.server.ts';
import { openForEdit } from '#app/domain/interactions/open-for-edit.server.ts';
import { startFromFollowUp } from '#app/domain/interactions/start-from-follow-up.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { restoreInteraction } from '#app/domain/interactions/restore-interaction.server.ts';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import { showPerson } from '#app/domain/people/show-person.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { today } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { stepForm } from '../advice.ts';
import { expectNothing, recordedBy } from '../audit-watch.ts';
import { describeOnBoth } from '../databases.ts';
import { tallyFaults } from '../tally-faults.ts';
import { logged, makeWorld, meetingForm, type World } from '../world.ts';

/** Logs a form, whatever comes of it. */
async function log(context: Context, form: InteractionForm) {
  const parsed = parseInteraction(form);
  return parsed.ok ? logInteraction(context, parsed.input) : { outcome: 'unparsed' };
}

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

  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);

  const child = async (kind: 'advice' | 'commitments' | 'followUps') =>
    (await readInteraction(officer, ref))[kind][0]?.ref ?? '';

  it('logs with one record for each thing that was written', async () => {
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }], {
      advice: [{ ...blankAdvice(), text: 'One' }],
      followUps: [{ ...blankFollowUp(officer.actor.ref, today(officer)), title: 'Two' }],
      assessment: 'Three',
    });
    expect(await records(() => logged(officer, form))).toEqual([
      'interaction.logged',
      'advice.given',
      'follow-up.created',
      'assessment.written',
    ]);
    await nothing('refused', () => log(officer, { ...form, key: 'another one', kind: 'no such kind' }));
    await nothing('refused', () => log(officer, { ...form, key: 'and another', team: 'zzzzzzzzzz' }));
    await nothing('already-saved', () => log(officer, form));
    await nothing('key-reused', () => log(officer, { ...form, summary: 'Other words' }));
    const admin = await world.as('admin');
    await nothing('Forbidden', () => log(admin, { ...form, key: 'of an admin', staff: [] }));
  });

  it('edits', async () => {
    const whole = await readInteraction(officer, ref);
    const form = await formOfInteraction(officer, whole, 'a key of its own');
    const parsed = parseInteraction({ ...form, summary: 'Another summary' });
    if (!parsed.ok) throw new Error('refused');
    await nothing('Forbidden', () => editInteraction(outsider, ref, parsed.input));
    await nothing('NotFound', () => editInteraction(officer, 'zzzzzzzzzz', parsed.input));
    const unknown = { ...parsed.input, kind: 'no such kind' };
    await nothing('refused', () => editInteraction(officer, ref, unknown));
    expect(await records(() => editInteraction(officer, ref, parsed.input))).toEqual(['interaction.edited']);
    await nothing('saved', () => editInteraction(officer, ref, parsed.input));
    const other = { ...parsed.input, key: 'another form', summary: 'From an older version' };
    await nothing('stale', () => editInteraction(officer, ref, other));
    await nothing('saved-before', () => editInteraction(officer, ref, { ...other, key: parsed.input.key }));
  });

  it('archives and restores, once each, and keeps the counts', async () => {
    await nothing('Forbidden', () => archiveInteraction(outsider, ref));
    await nothing('NotFound', () => archiveInteraction(officer, 'zzzzzzzzzz'));
    expect(await records(() => archiveInteraction(officer, ref))).toEqual(['interaction.archived']);
    await nothing('Conflict', () => archiveInteraction(officer, ref));
    expect(await tallyFaults(world.db)).toEqual([]);
    expect(await records(() => restoreInteraction(officer, ref))).toEqual(['interaction.restored']);
    await nothing('Conflict', () => restoreInteraction(officer, ref));
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('holds what was planned, when its day has come', async () => {
    const planned = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], { date: addDays(today(officer), 3) }),
    );
    await nothing('Conflict', () => holdInteraction(officer, planned));
    await nothing('Forbidden', () => holdInteraction(outsider, planned));
    const later = { ...officer, now: new Date(officer.now.getTime() + 5 * 86_400_000) };
    expect(await records(() => holdInteraction(later, planned))).toEqual(['interaction.held']);
    await nothing('Conflict', () => holdInteraction(later, planned));
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('completes and reopens a follow-up; the second to complete is told who was faster', async () => {
    const followUp = await child('followUps');
    await nothing('Forbidden', () => completeFollowUp(outsider, followUp, ''));
    await nothing('NotFound', () => completeFollowUp(officer, 'zzzzzzzzzz', ''));
    await nothing('refused', () => completeFollowUp(officer, followUp, 'x'.repeat(20_001)));
    await nothing('Conflict', () => reopenFollowUp(officer, followUp));
    expect(await records(() => completeFollowUp(officer, followUp, 'Sent'))).toEqual(['follow-up.completed']);
    await expect(completeFollowUp(await world.as('colleague'), followUp, '')).rejects.toThrow(
      /The officer has completed this/,
    );
    await nothing('Conflict', () => completeFollowUp(officer, followUp, ''));
    await nothing('Forbidden', () => reopenFollowUp(outsider, followUp));
    expect(await records(() => reopenFollowUp(officer, followUp))).toEqual(['follow-up.reopened']);
  });

  it('says what came of advice and of a promise', async () => {
    const advice = await child('advice');
    const move = await stepForm(officer, advice, { status: 'rejected' });
    await nothing('refused', () => moveAdvice(officer, advice, move));
    await nothing('Forbidden', () => moveAdvice(outsider, advice, { ...move, reason: 'No' }));
    await nothing('NotFound', () => moveAdvice(officer, 'zzzzzzzzzz', move));
    expect(
      await records(() => moveAdvice(officer, advice, { ...move, reason: 'The cabinet refused' })),
    ).toEqual(['advice.moved']);
    const commitment = await child('commitments');
    const broken = { status: 'broken', on: today(officer), reason: '' } as const;
    await nothing('refused', () => settleCommitment(officer, commitment, broken));
    await nothing('Forbidden', () => settleCommitment(outsider, commitment, { ...broken, reason: 'No' }));
    const kept = { status: 'kept', on: today(officer), reason: '' } as const;
    expect(await records(() => settleCommitment(officer, commitment, kept))).toEqual(['commitment.settled']);
  });

  it('makes a follow-up by itself, and one that comes late from a meeting', async () => {
    const form = {
      key: 'key of a follow-up',
      title: 'Call them',
      assignee: officer.actor.ref,
      due: today(officer),
      workAreas: ['tools'],
      priority: 'normal',
      recurrence: '',
      recursUntil: '',
      countries: ['TGO'],
      interaction: ref,
    };
    await nothing('refused', () => createFollowUp(officer, { ...form, workAreas: ['nope'] }));
    await nothing('NotFound', () => createFollowUp(officer, { ...form, interaction: 'zzzzzzzzzz' }));
    await nothing('Forbidden', async () => createFollowUp(await world.as('admin'), form));
    expect(await records(() => createFollowUp(officer, form))).toEqual(['follow-up.created']);
    await nothing('already-saved', () => createFollowUp(officer, form));
    await nothing('refused', () => createFollowUp(officer, { ...form, title: 'Write to them' }));
    const alone = { ...form, key: 'key of another', interaction: '' };
    expect(await records(() => createFollowUp(officer, alone))).toEqual(['follow-up.created']);
    expect(await tallyFaults(world.db)).toEqual([]);
  });

  it('records an opening of what is restricted, on whatever page, and no other reading', async () => {
    const restricted = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        sensitivity: 'restricted',
        followUps: [{ ...blankFollowUp(officer.actor.ref, today(officer)), title: 'Ask him' }],
      }),
    );
    const followUp = (await readInteraction(officer, restricted)).followUps[0]?.ref ?? '';
    expect(await records(() => showInteraction(officer, restricted))).toEqual(['interaction.opened']);
    expect(await records(() => showFollowUp(officer, followUp))).toEqual(['interaction.opened']);
    expect(await records(() => openForEdit(officer, restricted))).toEqual(['interaction.opened']);
    expect(await records(() => startFromFollowUp(officer, followUp))).toEqual(['interaction.opened']);
    await nothing('NotFound', () => openForEdit(outsider, restricted));
    await nothing('NotFound', () => startFromFollowUp(outsider, followUp));
    await nothing('NotFound', () => showInteraction(outsider, restricted));
    await nothing('NotFound', () => showFollowUp(outsider, followUp));
    await nothing('done', () => showInteraction(officer, ref));
    const heron = await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: [] });
    expect(await records(() => showPerson(officer, heron.ref, {}))).toEqual(['person.opened']);
    await nothing('NotFound', () => showPerson(outsider, heron.ref, {}));
  });
});
