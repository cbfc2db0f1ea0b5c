import { afterAll, beforeAll, expect, it } from 'vitest';
import { blankAdvice } from '#app/domain/interactions/form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { today } from '#app/domain/kernel/context.ts';
import type { Agent } from '#tests/agent.ts';
import { attached } from '#tests/attach.ts';
import { moveForm, objectiveSet } from '#tests/objectives.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

// Without a script, as a browser that only sends forms: a document as evidence of a step, and of a move.

let server: TestServer;
let world: World;
let context: Context;
let officer: Agent;
let outsider: Agent;
beforeAll(async () => {
  server = await startServer();
  world = await makeWorld(server.db, server.filesDirectory);
  context = await world.as('officer');
  officer = await server.signIn('officer@demo.example');
  outsider = await server.signIn('outsider@demo.example');
});
afterAll(() => server?.stop());

const unfolded = (page: string) => page.match(/<details class="fold" open="">\s*<summary>Add a file/g) ?? [];

/** The only form on the page that is unfolded leads to the part that wants a document. */
async function addsTheDocument(page: string, location: string | undefined, kind: string): Promise<void> {
  const [path = '', ref = ''] = (location ?? '').split('#files-');
  expect(path).toBe(page);
  const { text } = await officer.get(page);
  expect(text).toContain(`id="files-${ref}"`);
  expect(unfolded(text)).toHaveLength(1);
  const form = new FormData();
  form.set('key', `key-of-${ref}`);
  form.set('note', 'The pages that matter');
  form.set('file', new Blob(['Published']), 'gazette.txt');
  const answer = await officer.send(`/files/on/${kind}/${ref}`, {
    method: 'POST',
    body: form,
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  expect([answer.status, answer.location]).toEqual([303, `${page}#files-${ref}`]);
  const shown = (await officer.get(page)).text;
  expect(shown).toContain('gazette.txt');
  expect(unfolded(shown)).toEqual([]);
  expect((await outsider.get(page)).status).toBe(404);
  const file = /href="\/files\/([0-9a-z]{10})"/.exec(shown)?.[1] ?? '';
  expect((await outsider.get(`/files/${file}`)).status).toBe(404);
  const off = await officer.post(`/files/${file}/archival`, { version: '1', act: 'archive' });
  expect(off.location).toBe(`${page}#files-${ref}`);
  expect((await officer.get(page)).text).toContain('Taken off (1)');
  const back = await officer.post(`/files/${file}/archival`, { version: '2', act: 'restore' });
  expect(back.location).toBe(`${page}#files-${ref}`);
}

it('leads from a step that a document shows to the place for the document', async () => {
  const advised = await logged(
    context,
    meetingForm(context, [{ organisation: world.ministry.ref }], {
      sensitivity: 'confidential',
      advice: [{ ...blankAdvice(), text: 'Publish the list' }],
    }),
  );
  const { ref } = await server.db
    .selectFrom('advice')
    .innerJoin('interaction', 'interaction.id', 'advice.interaction_id')
    .select('advice.ref')
    .where('interaction.ref', '=', advised)
    .executeTakeFirstOrThrow();
  const saved = await officer.post(`/advice/${ref}/steps`, {
    version: '1',
    status: 'adopted',
    on: today(context),
    evidence: 'document',
    link: 'Official gazette, page 4',
  });
  await addsTheDocument(`/advice/${ref}`, saved.location, 'advice-step');
});

it('leads from a move that a document shows to the place for the document', async () => {
  const ref = await objectiveSet(context, { sensitivity: 'confidential' });
  const { interaction: _none, ...form } = moveForm(context, { evidence: 'document', link: 'A decree' });
  const saved = await officer.post(`/objectives/${ref}/moves`, form);
  await addsTheDocument(`/objectives/${ref}`, saved.location, 'objective-move');
});

it('supposes nothing of what shows a step or a move: without a choice it is refused, with all that was typed', async () => {
  const advised = await logged(
    context,
    meetingForm(context, [{ organisation: world.ministry.ref }], {
      advice: [{ ...blankAdvice(), text: 'Open the registers' }],
    }),
  );
  const { ref } = await server.db
    .selectFrom('advice')
    .innerJoin('interaction', 'interaction.id', 'advice.interaction_id')
    .select('advice.ref')
    .where('interaction.ref', '=', advised)
    .executeTakeFirstOrThrow();
  const chosen =
    /<input(?=[^>]*name="evidence")(?=[^>]* checked="")[^>]*>|<option value="[^"]+"[^>]* selected=""/;
  expect((await officer.get(`/advice/${ref}`)).text).toMatch(/name="evidence"/);
  expect((await officer.get(`/advice/${ref}`)).text).not.toMatch(chosen);
  const step = { version: '1', status: 'adopted', on: today(context), whatChanged: 'A circular' };
  const refused = await officer.post(`/advice/${ref}/steps`, step);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Say what shows it: a meeting, a document, or the judgement of staff.');
  expect(refused.text).toMatch(/>A circular<\/textarea>/);
  expect(refused.text).toMatch(/<option value="adopted"[^>]* selected=""/);
  const { status: _none, ...unsaid } = { ...step, evidence: 'staff_judgement' };
  const without = await officer.post(`/advice/${ref}/steps`, unsaid);
  expect([without.status, without.text.includes('Choose what became of the advice.')]).toEqual([422, true]);

  const aim = await objectiveSet(context);
  expect((await officer.get(`/objectives/${aim}/moves`)).text).not.toMatch(chosen);
  const { evidence: _choice, ...move } = moveForm(context, { note: 'They wrote to us' });
  const kept = await officer.post(`/objectives/${aim}/moves`, move);
  expect(kept.status).toBe(422);
  expect(kept.text).toContain('Say what shows it: a meeting, a document, or the judgement of staff.');
  expect(kept.text).toMatch(/>They wrote to us<\/textarea>/);
  expect(kept.text).toMatch(/<option value="opcat.commitment"[^>]* selected=""/);
  const { stage: _stage, ...nowhere } = moveForm(context);
  const lost = await officer.post(`/objectives/${aim}/moves`, nowhere);
  expect([lost.status, lost.text.includes('Choose the stage.')]).toEqual([422, true]);
});

it('shows files to whoever reads the record, and the form to nobody else than those who may change it', async () => {
  const ref = await objectiveSet(context);
  const move = await server.db
    .selectFrom('objective_move')
    .innerJoin('objective', 'objective.id', 'objective_move.objective_id')
    .select('objective_move.ref')
    .where('objective.ref', '=', ref)
    .executeTakeFirstOrThrow();
  await attached(context, { kind: 'objective_move', ref: move.ref }, { name: 'open.txt', bytes: 'For all' });
  const { text } = await outsider.get(`/objectives/${ref}`);
  expect(text).toContain('open.txt');
  expect(text).not.toContain('Add a file');
  expect((await outsider.get(`/files/on/objective-move/${move.ref}`)).status).toBe(403);
});
