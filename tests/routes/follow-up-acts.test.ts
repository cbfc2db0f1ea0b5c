import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import type { Agent } from '#tests/agent.ts';
import { engines } from '#tests/databases.ts';
import { startServer, type TestServer } from '#tests/server.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const plain = (text: string) => text.replace(/nonce="[^"]*"/g, '');

describe.each(engines)('acts on follow-ups and promises on %s', (engine) => {
  let server: TestServer;
  let world: World;
  let context: Context;
  let officer: Agent;
  let outsider: Agent;
  let meeting: string;
  let ref: string;
  let promise: string;

  beforeAll(async () => {
    server = await startServer({ engine });
    world = await makeWorld(server.db);
    context = await world.as('officer');
    officer = await server.signIn('officer@demo.example');
    outsider = await server.signIn('outsider@demo.example');
  });
  afterAll(() => server?.stop());

  beforeEach(async () => {
    meeting = await logged(
      context,
      meetingForm(context, [{ organisation: world.ministry.ref }], {
        sensitivity: 'confidential',
        followUps: [{ ...blankFollowUp(context.actor.ref, today(context)), title: 'Send comments' }],
        commitments: [{ ...blankCommitment(), text: 'The draft law', due: addDays(today(context), -3) }],
      }),
    );
    const whole = await readInteraction(context, meeting);
    ref = whole.followUps[0]?.ref ?? '';
    promise = whole.commitments[0]?.ref ?? '';
  });

  it('answers for what is hidden as for what is not there, at every address', async () => {
    const gets = ['', '/edit', '/snooze', '/assignment', '/archival', '/completion'];
    for (const path of gets) {
      const hidden = await outsider.get(`/follow-ups/${ref}${path}`);
      expect(hidden.status, path).toBe(404);
      expect(plain(hidden.text)).toBe(plain((await outsider.get(`/follow-ups/zzzzzzzzzz${path}`)).text));
    }
    for (const [path, fields] of [
      ['snooze', { until: 'tomorrow' }],
      ['assignment', { assignee: context.actor.ref }],
      ['archival', {}],
      ['completion', { act: 'log', outcome: 'x' }],
      ['nonsense', {}],
    ] as const) {
      expect((await outsider.post(`/follow-ups/${ref}/${path}`, fields)).status, path).toBe(404);
    }
    for (const path of ['', '/settlement']) {
      const hidden = await outsider.get(`/commitments/${promise}${path}`);
      expect(hidden.status).toBe(404);
      expect(plain(hidden.text)).toBe(plain((await outsider.get(`/commitments/zzzzzzzzzz${path}`)).text));
    }
    expect((await outsider.post(`/commitments/${promise}/settlement`, { status: 'kept' })).status).toBe(404);
    expect((await outsider.get(`/suggest/assignees?follow_up=${ref}`)).status).toBe(404);
    expect((await outsider.get(`/follow-ups/move?interaction=${meeting}`)).status).toBe(404);
    expect((await outsider.get(`/follow-ups/move?pick=${ref}&days=7`)).text).not.toContain(ref);
  });

  it('says in words what is wrong, keeps what was typed, and takes nothing of the year 9999', async () => {
    const wrong = await officer.post(`/follow-ups/${ref}/snooze`, { until: '9999-12-31' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Choose a day after today');
    const nobody = await officer.post(`/follow-ups/${ref}/assignment`, {
      assignee: 'nobody',
      note: 'Keep <me>',
    });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Keep &lt;me&gt;');
    const next = { outcome: 'Sent', nextTitle: 'And then', nextDue: '9999-12-31' };
    const far = await officer.post(`/follow-ups/${ref}/completion`, next);
    expect(far.status).toBe(422);
    expect(far.text).toContain('between 1945 and 2100');
    expect(far.text).toContain('And then');
    const edited = { title: 'a\0b', assignee: context.actor.ref, due: '9999-12-31', workAreas: ['tools'] };
    const refused = await officer.post(`/follow-ups/${ref}/edit`, {
      ...edited,
      version: '1',
      key: `edit-${ref}`,
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="9999-12-31"');
    const moved = await officer.get(`/follow-ups/move?pick=${ref}&days=99999`);
    expect(moved.text).toContain('Write by how many days');
    const broken = await officer.post(`/commitments/${promise}/settlement`, {
      status: 'broken',
      on: '2026-02-31',
    });
    expect(broken.status).toBe(422);
    expect(broken.text).toContain('Say why it was not kept');
    expect((await officer.post(`/commitments/${promise}/settlement`, { status: 'lost' })).status).toBe(400);
    expect((await officer.post(`/follow-ups/${ref}/snooze`, { act: 'explode' })).status).toBe(400);
  });

  it('edits by the version that was seen: the second is shown both', async () => {
    const page = await officer.get(`/follow-ups/${ref}/edit`);
    expect(page.text).toContain('name="version" value="1"');
    const form = {
      key: `edit-${ref}`,
      version: '1',
      title: 'Send them twice',
      assignee: context.actor.ref,
      due: today(context),
      workAreas: ['legal_instruments'],
    };
    expect((await officer.post(`/follow-ups/${ref}/edit`, form)).status).toBe(303);
    const second = await officer.post(`/follow-ups/${ref}/edit`, { ...form, title: 'Send them once' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('Theirs: Send them twice. Yours: Send them once.');
    expect(second.text).toContain('name="version" value="2"');
  });

  it('removes with a way back, settles a promise with one, and exports both registers', async () => {
    const removed = await officer.submit(`/follow-ups/${ref}/archival`, { back: `/follow-ups/${ref}` });
    expect(removed.text).toContain('Removed.');
    expect((await officer.post(`/follow-ups/${ref}/completion`, {})).status).toBe(409);
    expect((await officer.submit(`/follow-ups/${ref}/archival`, { act: 'restore' })).text).toContain(
      'Restored.',
    );
    const settled = { status: 'broken', on: today(context), reason: 'No <b>money</b>', version: '1' };
    const told = await officer.submit(`/commitments/${promise}/settlement`, settled);
    expect(told.text).toContain('No &lt;b&gt;money');
    expect(told.text).toContain('3 days late');
    expect((await officer.post(`/commitments/${promise}/settlement`, settled)).status).toBe(409);
    expect((await officer.submit(`/commitments/${promise}/settlement`, { status: 'open' })).text).toContain(
      'Open again.',
    );
    const file = await officer.get('/follow-ups.csv');
    expect(file.headers.get('Content-Type')).toContain('text/csv');
    expect(file.text).toContain(ref);
    expect((await officer.get('/commitments.csv?late=yes')).text).toContain(promise);
    expect((await outsider.get('/commitments.csv')).text).not.toContain(promise);
    expect((await outsider.get('/follow-ups.csv?assignee=all')).text).not.toContain(ref);
    expect((await officer.get('/commitments.csv?side=nobody')).status).toBe(400);
  });
});
