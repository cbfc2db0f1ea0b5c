import { beforeAll, expect, it } from 'vitest';
import { settleCommitment } from '#app/domain/commitments/settle-commitment.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { blankAdvice, blankCommitment, blankParticipant } from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { previewAudience } from '#app/domain/interactions/preview-audience.server.ts';
import { readHistory } from '#app/domain/interactions/read-history.server.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { verifyChain } from '#app/domain/kernel/audit-chain.server.ts';
import { today } from '#app/domain/kernel/context.ts';
import { listVisiblePeopleByRef } from '#db/queries/partners.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('what is said behind closed doors', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await open());
  });

  const parsed = (form: Parameters<typeof parseInteraction>[0]) => {
    const result = parseInteraction(form);
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    return result.input;
  };

  it('shows a person first met in a restricted meeting to its readers only', async () => {
    const officer = await world.as('officer');
    const form = meetingForm(officer, [], { sensitivity: 'restricted' });
    form.participants.push({
      ...blankParticipant('n1', 'new-person'),
      name: 'Zed Quill',
      organisation: world.ministry.ref,
    });
    const ref = await logged(officer, form);
    const person = (await readInteraction(officer, ref)).participants[0]?.person_ref ?? '';
    expect(await listVisiblePeopleByRef(world.db, officer.actor, [person])).toHaveLength(1);
    const colleague = await world.as('colleague');
    expect(await listVisiblePeopleByRef(world.db, colleague.actor, [person])).toEqual([]);
  });

  it('seals what the audit already holds when a record is sealed, and still tells its history', async () => {
    const officer = await world.as('officer');
    const ref = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        summary: 'About the hummingbird',
        place: 'The hummingbird house',
        advice: [{ ...blankAdvice(), text: 'Shelter the hummingbird' }],
        assessment: 'The hummingbird is afraid',
        participants: [
          { ...blankParticipant('p0', 'organisation'), organisation: world.ministry.ref },
          { ...blankParticipant('g0', 'group'), name: 'hummingbird keepers', headcount: '4' },
        ],
      }),
    );
    const form = await formOfInteraction(officer, await readInteraction(officer, ref), 'a key of mine');
    expect(await editInteraction(officer, ref, parsed({ ...form, sensitivity: 'sealed' }))).toMatchObject({
      outcome: 'saved',
    });
    for (const table of [
      'interaction',
      'interaction_participant',
      'advice',
      'assessment',
      'audit_value',
    ] as const) {
      expect(JSON.stringify(await world.db.selectFrom(table).selectAll().execute())).not.toContain(
        'hummingbird',
      );
    }
    const whole = await readInteraction(officer, ref);
    expect(whole.place).toBe('The hummingbird house');
    expect(whole.participants[1]).toMatchObject({ headcount: 4, group_label: 'hummingbird keepers' });
    expect(JSON.stringify(await readHistory(officer, whole))).toContain('hummingbird');
    expect(await verifyChain(world.db, officer.keys)).toMatchObject({ sound: true });
  });

  it('forecasts who will read an edited meeting: its author, whoever edits it', async () => {
    const officer = await world.as('officer');
    const colleague = await world.as('colleague');
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }], {
      sensitivity: 'restricted',
      readers: [colleague.actor.ref],
      staff: [],
    });
    const ref = await logged(officer, form);
    const edited = await formOfInteraction(colleague, await readInteraction(colleague, ref), 'a key');
    expect(await previewAudience(colleague, edited, ref)).toEqual({
      limited: true,
      names: ['The colleague', 'The officer'],
    });
    const manager = await world.as('manager');
    expect((await previewAudience(manager, edited, ref)).names).not.toContain('The officer');
  });

  it('keeps a headcount group through an edit', async () => {
    const officer = await world.as('officer');
    const form = meetingForm(officer, [{ organisation: world.ministry.ref }]);
    form.participants.push({
      ...blankParticipant('g1', 'group'),
      name: 'police trainers',
      headcount: '12',
      women: '5',
      organisation: world.ministry.ref,
    });
    const ref = await logged(officer, form);
    const again = await formOfInteraction(officer, await readInteraction(officer, ref), 'a key of mine 2');
    expect(await editInteraction(officer, ref, parsed({ ...again, summary: 'Changed' }))).toMatchObject({
      outcome: 'saved',
    });
    const group = (await readInteraction(officer, ref)).participants.find((one) => one.headcount !== null);
    expect(group).toMatchObject({ headcount: 12, women: 5, group_label: 'police trainers' });
  });

  it('tells in the history why a promise of a sealed meeting was broken, and keeps it from the disk', async () => {
    const officer = await world.as('officer');
    const ref = await logged(
      officer,
      meetingForm(officer, [{ organisation: world.ministry.ref }], {
        sensitivity: 'sealed',
        commitments: [{ ...blankCommitment(), text: 'To answer' }],
      }),
    );
    const promise = (await readInteraction(officer, ref)).commitments[0]?.ref ?? '';
    const on = today(officer);
    await settleCommitment(officer, promise, { status: 'broken', on, reason: 'The nightingale fled' });
    await settleCommitment(officer, promise, { status: 'kept', on, reason: '' });
    for (const table of ['commitment', 'audit_value'] as const) {
      expect(JSON.stringify(await world.db.selectFrom(table).selectAll().execute())).not.toContain(
        'nightingale',
      );
    }
    const [last] = (await readHistory(officer, await readInteraction(officer, ref))).filter(
      (entry) => entry.action === 'commitment.settled',
    );
    expect(last?.changes).toContainEqual({ field: 'reason', before: 'The nightingale fled', after: '' });
  });
});
