import { beforeAll, expect, it } from 'vitest';
import { discardDraft } from '#app/domain/drafts/discard-draft.server.ts';
import { keepDraft } from '#app/domain/drafts/keep-draft.server.ts';
import { continueDraft, myDrafts } from '#app/domain/drafts/my-drafts.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

describeOnBoth('drafts', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  const form = (summary: string) => ({
    ...meetingForm(officer, [{ person: world.minister.ref }]),
    key: makeRef(officer.random),
    summary,
  });

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    colleague = await world.as('colleague');
  });

  it('are kept encrypted, one for each form, for their account only', async () => {
    const typed = form('A secret word');
    await keepDraft(officer, { subject: '', form: typed });
    await keepDraft(officer, { subject: '', form: { ...typed, notes: 'and more' } });
    const rows = await world.db.selectFrom('draft').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).not.toContain('secret');
    expect((await continueDraft(officer, typed.key)).notes).toBe('and more');
    expect(await myDrafts(colleague)).toEqual([]);
    await expect(continueDraft(colleague, typed.key)).rejects.toThrow(NotFound);
    await discardDraft(colleague, typed.key);
    await expect(keepDraft(colleague, { subject: '', form: typed })).rejects.toThrow(NotFound);
    expect(await myDrafts(officer)).toHaveLength(1);
    await discardDraft(officer, typed.key);
    expect(await myDrafts(officer)).toEqual([]);
  });

  it('go with the save, and a late one does not come back', async () => {
    const typed = form('Saved in the end');
    await keepDraft(officer, { subject: '', form: typed });
    await logged(officer, typed);
    expect(await myDrafts(officer)).toEqual([]);
    await expect(keepDraft(officer, { subject: '', form: typed })).rejects.toThrow(NotFound);
  });

  it('of an edit belong to the record', async () => {
    const ref = await logged(officer, form('A record'));
    const typed = form('Edited');
    await keepDraft(officer, { subject: ref, form: typed });
    expect(await myDrafts(officer, '')).toEqual([]);
    expect((await myDrafts(officer, ref)).map((draft) => draft.summary)).toEqual(['Edited']);
    await expect(continueDraft(officer, typed.key)).rejects.toThrow(NotFound);
    expect((await continueDraft(officer, typed.key, ref)).summary).toBe('Edited');
  });
});
