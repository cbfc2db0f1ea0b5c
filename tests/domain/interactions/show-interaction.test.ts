import { beforeAll, expect, it } from 'vitest';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import {
  blankAdvice,
  blankFollowUp,
  blankParticipant,
  type InteractionForm,
} from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import { restoreInteraction } from '#app/domain/interactions/restore-interaction.server.ts';
import { showInteraction } from '#app/domain/interactions/show-interaction.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '#app/domain/kernel/errors.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

describeOnBoth('one interaction', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  let outsider: Context;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    colleague = await world.as('colleague');
    outsider = await world.as('outsider');
  });

  const openings = async () =>
    (
      await world.db
        .selectFrom('audit_event')
        .select(['actor_id', 'record_ref'])
        .where('action', '=', 'interaction.opened')
        .execute()
    ).length;

  async function edited(as: Context, ref: string, change: (form: InteractionForm) => void) {
    const form = await formOfInteraction(as, await readInteraction(as, ref), `a key for ${Math.random()}`);
    change(form);
    const parsed = parseInteraction(form);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    expect(await editInteraction(as, ref, parsed.input)).toMatchObject({ outcome: 'saved' });
  }

  it('is recorded when a restricted or sealed one is opened, and only then', async () => {
    const count = await openings();
    for (const [sensitivity, recorded] of [
      ['internal', 0],
      ['confidential', 0],
      ['restricted', 1],
      ['sealed', 2],
    ] as const) {
      const form = meetingForm(officer, [{ organisation: world.ministry.ref }], { sensitivity });
      const ref = await logged(officer, form);
      expect((await showInteraction(officer, ref)).summary).toBe(form.summary);
      expect(await openings()).toBe(count + recorded);
      if (sensitivity === 'internal') continue;
      await expect(showInteraction(outsider, ref)).rejects.toBeInstanceOf(NotFound);
      expect(await openings()).toBe(count + recorded);
    }
  });

  it('names who can see it: teams, people', async () => {
    const partners = [{ organisation: world.ministry.ref }];
    const shown = async (rest: Partial<InteractionForm>) =>
      showInteraction(officer, await logged(officer, meetingForm(officer, partners, rest)));
    const confidential = await shown({ sensitivity: 'confidential' });
    expect(confidential.readingTeams).toEqual(['West Africa team', 'Europe team']);
    const restricted = await shown({ sensitivity: 'restricted', readers: [colleague.actor.ref] });
    expect(restricted.readers).toEqual(['The colleague']);
  });

  it('tells what was changed, before and after, in words', async () => {
    const ref = await logged(
      officer,
      meetingForm(officer, [{ person: world.minister.ref }], {
        date: '2026-11-01',
        summary: 'person: as it was',
        advice: [{ ...blankAdvice(), text: 'A separate budget line' }],
        followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-12-01'), title: 'Send comments' }],
      }),
    );
    await edited(colleague, ref, (form) => {
      form.kind = 'call';
      form.date = '2026-11-02';
      form.summary = 'person: as it is';
      form.workAreas = ['capacities'];
      for (const row of form.advice) row.remove = 'yes';
      for (const row of form.followUps) row.assignee = colleague.actor.ref;
      form.participants.push({ ...blankParticipant('n1', 'organisation'), organisation: world.league.ref });
    });
    const { history } = await showInteraction(officer, ref);
    const change = history.find((entry) => entry.action === 'interaction.edited');
    expect(change?.who).toBe('The colleague');
    expect(change?.changes).toEqual(
      expect.arrayContaining([
        { field: 'kind', before: 'Meeting', after: 'Call' },
        { field: 'date', before: '2026-11-01', after: '2026-11-02' },
        { field: 'summary', before: 'person: as it was', after: 'person: as it is' },
        { field: 'work_areas', before: 'Develop legal instruments', after: 'Strengthen capacities' },
        { field: 'participants', before: '', after: 'Ligue des droits de l’homme' },
      ]),
    );
    const removed = history.find((entry) => entry.action === 'advice.removed');
    expect(removed?.changes).toEqual([{ field: 'removed', before: '', after: 'yes' }]);
    const moved = history.find((entry) => entry.action === 'follow-up.edited');
    expect(moved?.changes).toEqual([{ field: 'assignee', before: 'The officer', after: 'The colleague' }]);
    expect(history.at(-1)?.action).toBe('interaction.logged');
    expect(history.at(-1)?.changes).toContainEqual({
      field: 'participants',
      before: '',
      after: 'Afi Mensah, Director of legislation',
    });
  });

  it('does not tell of a change that was about somebody hidden', async () => {
    const post = [{ organisationId: world.league.id, title: 'Member' }];
    const heron = await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: post });
    const ref = await logged(officer, meetingForm(officer, [{ person: world.minister.ref }]));
    const shown = async () => {
      const { files, ...view } = await showInteraction(colleague, ref);
      return { ...view, files: { ...files, key: 'another each time' } };
    };
    const before = await shown();
    await edited(officer, ref, (form) => {
      form.participants.push({ ...blankParticipant('n1', 'person'), person: heron.ref });
    });
    expect(await shown()).toEqual(before);
    const seen = await showInteraction(officer, ref);
    expect(JSON.stringify(seen.history)).toContain('Heron');
    expect(seen.participants).toHaveLength(2);
  });

  it('is still there for who may restore it when it was archived, and gone for the others', async () => {
    const ref = await logged(officer, meetingForm(officer, [{ organisation: world.ministry.ref }]));
    expect((await showInteraction(outsider, ref)).mayEdit).toBe(false);
    await expect(archiveInteraction(outsider, ref)).rejects.toBeInstanceOf(Forbidden);
    await archiveInteraction(officer, ref);
    await expect(archiveInteraction(colleague, ref)).rejects.toBeInstanceOf(Conflict);
    expect(await showInteraction(colleague, ref)).toMatchObject({ mayEdit: true, mayHold: false });
    await expect(showInteraction(outsider, ref)).rejects.toBeInstanceOf(NotFound);
    await expect(restoreInteraction(outsider, ref)).rejects.toThrow();
    await restoreInteraction(colleague, ref);
    expect((await showInteraction(outsider, ref)).archivedAt).toBeNull();
  });
});
