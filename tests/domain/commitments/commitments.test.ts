import { beforeAll, beforeEach, expect, it } from 'vitest';
import { daysLate } from '#app/domain/commitments/days-late.ts';
import { exportCommitments } from '#app/domain/commitments/export-commitments.server.ts';
import { listCommitmentRegister } from '#app/domain/commitments/list-commitments.server.ts';
import { settleCommitment } from '#app/domain/commitments/settle-commitment.server.ts';
import { showCommitment } from '#app/domain/commitments/show-commitment.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { editInteraction } from '#app/domain/interactions/edit-interaction.server.ts';
import { blankCommitment, type InteractionForm } from '#app/domain/interactions/form.ts';
import { formOfInteraction } from '#app/domain/interactions/form-of-interaction.server.ts';
import { parseInteraction } from '#app/domain/interactions/parse-interaction.ts';
import { readInteraction } from '#app/domain/interactions/read-interaction.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { expectNothing, recordedBy } from '#tests/audit-watch.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const NOW = new Date('2027-01-20T10:00:00Z');
const asked = { side: '', status: '', late: '', country: '', workArea: '', organisation: '', person: '' };

describeOnBoth('commitments', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let meeting: string;
  let theirs: string;
  let ours: string;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer', NOW);
    outsider = await world.as('outsider', NOW);
  });

  const log = (rest: Partial<InteractionForm> = {}) =>
    logged(
      officer,
      meetingForm(officer, [{ person: world.minister.ref }, { organisation: world.ministry.ref }], {
        date: '2026-12-01',
        commitments: [
          {
            ...blankCommitment(),
            text: 'The draft law',
            by: `person:${world.minister.ref}`,
            due: '2027-01-10',
          },
          { ...blankCommitment(), text: 'Our comments', by: 'us', due: '2027-02-10' },
        ],
        ...rest,
      }),
    );
  beforeEach(async () => {
    meeting = await log();
    const { commitments } = await readInteraction(officer, meeting);
    [theirs = '', ours = ''] = commitments.map(({ ref }) => ref);
  });

  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const kept = { status: 'kept', on: '2027-01-15', reason: '' } as const;
  const broken = { status: 'broken', on: '2027-01-15', reason: 'The bill was withdrawn' } as const;

  it('keeps theirs and ours apart, each with its meeting, and finds what is late', async () => {
    const refs = async (context: Context, words = {}) =>
      (await listCommitmentRegister(context, { ...asked, after: '', partner: '', ...words })).sides.map(
        ({ side, commitments }) => [side, commitments.map(({ ref }) => ref)] as const,
      );
    const both = await refs(officer);
    expect(both[0]?.[1]).toContain(theirs);
    expect(both[1]?.[1]).toContain(ours);
    expect(both[0]?.[1]).not.toContain(ours);
    const late = await refs(officer, { late: 'yes' });
    expect([late[0]?.[1].includes(theirs), late[1]?.[1].includes(ours)]).toEqual([true, false]);
    const inTogo = await refs(officer, { late: 'yes', country: 'TGO' });
    expect(inTogo[0]?.[1]).toEqual(late[0]?.[1]);
    for (const words of [{ person: world.minister.ref }, { organisation: world.ministry.ref }]) {
      expect((await refs(officer, { ...words, side: 'ours' }))[0]?.[1]).toContain(ours);
    }
    expect((await refs(officer, { person: world.minister.ref }))[0]?.[1]).toContain(theirs);
    const { sides } = await listCommitmentRegister(officer, {
      ...asked,
      side: 'theirs',
      after: '',
      partner: '',
    });
    expect(sides[0]?.commitments.find(({ ref }) => ref === theirs)?.meeting?.ref).toBe(meeting);
    const hidden = await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: [] });
    for (const words of [
      { late: 'no' },
      { late: 'yes', status: 'kept' },
      { person: 'zzzzzzzzzz' },
      { after: theirs },
      { side: 'theirs', after: 'zzzzzzzzzz' },
    ]) {
      await expect(refs(officer, words)).rejects.toThrow();
    }
    await expect(refs(outsider, { person: hidden.ref })).rejects.toThrow('no such partner');
  });

  it('offers the partners that a typed name may mean, none of them hidden', async () => {
    await world.addPerson(officer, { name: 'Heron Ahead', level: 'restricted', positions: [] });
    const offered = async (context: Context, partner: string) =>
      (await listCommitmentRegister(context, { ...asked, after: '', partner })).partners.map(
        ({ kind, name }) => [kind, name],
      );
    expect(await offered(officer, 'moj')).toContainEqual(['organisation', 'Ministry of Justice']);
    expect(await offered(officer, 'heron ah')).toEqual([['person', 'Heron Ahead']]);
    expect(await offered(outsider, 'heron ah')).toEqual([]);
    expect(await offered(officer, '')).toEqual([]);
  });

  it('is kept or broken, with a reason, by one of two who say so at once, and opens again', async () => {
    await nothing('refused', () => settleCommitment(officer, theirs, { ...broken, reason: ' ' }));
    await nothing('refused', () => settleCommitment(officer, theirs, { ...kept, on: '2027-01-21' }));
    await nothing('refused', () => settleCommitment(officer, theirs, { ...kept, on: '2026-11-30' }));
    await nothing('refused', () => settleCommitment(officer, theirs, { ...kept, on: '2027-02-31' }));
    await nothing('refused', () => settleCommitment(officer, theirs, { ...kept, reason: 'a\0b' }));
    await nothing('Forbidden', () => settleCommitment(outsider, theirs, kept));
    await nothing('NotFound', () => settleCommitment(officer, 'zzzzzzzzzz', kept));
    await nothing('Conflict', () => settleCommitment(officer, theirs, { ...kept, status: 'open' }));
    await nothing('Conflict', () => settleCommitment(officer, theirs, { ...kept, version: 7 }));
    expect(await records(() => settleCommitment(officer, theirs, { ...broken, version: 1 }))).toEqual([
      'commitment.settled',
    ]);
    await nothing('Conflict', () => settleCommitment(officer, theirs, broken));
    await nothing('Conflict', () => settleCommitment(officer, theirs, { ...kept, version: 1 }));
    const view = await showCommitment(officer, theirs);
    expect(view).toMatchObject({
      status: 'broken',
      daysLate: 5,
      reason: 'The bill was withdrawn',
      side: 'theirs',
    });
    expect(view.by.map(({ name }) => name)).toContain('Afi Mensah');
    expect(view.history[0]?.changes).toContainEqual({
      field: 'reason',
      before: '',
      after: 'The bill was withdrawn',
    });
    const reopened = { status: 'open', on: '', reason: '' } as const;
    expect(await records(() => settleCommitment(officer, theirs, reopened))).toEqual(['commitment.reopened']);
    expect(await showCommitment(officer, theirs)).toMatchObject({
      status: 'open',
      reason: '',
      closedOn: null,
    });
  });

  it('is read, and not changed, once it is taken out of its record or its meeting is archived', async () => {
    const whole = await readInteraction(officer, meeting);
    const form = await formOfInteraction(officer, whole, 'a key of its own');
    const without = form.commitments.map((one) => (one.ref === ours ? { ...one, remove: 'yes' } : one));
    const parsed = parseInteraction({ ...form, commitments: without });
    if (!parsed.ok) throw new Error('refused');
    await editInteraction(officer, meeting, parsed.input);
    const removed = await showCommitment(officer, ours);
    expect(removed).toMatchObject({ closed: 'removed', maySettle: false, text: 'Our comments' });
    expect(removed.history.map(({ action }) => action)).toEqual(['commitment.removed', 'commitment.made']);
    await nothing('Conflict', () => settleCommitment(officer, ours, kept));
    await expect(showCommitment(outsider, ours)).rejects.toThrow();
    await archiveInteraction(officer, meeting);
    expect(await showCommitment(officer, theirs)).toMatchObject({ closed: 'meeting', maySettle: false });
    await nothing('Conflict', () => settleCommitment(officer, theirs, kept));
  });

  it('records who reads a restricted one, and an export with its filter and count', async () => {
    const closed = await log({ sensitivity: 'sealed' });
    const [sealed] = (await readInteraction(officer, closed)).commitments;
    const ref = sealed?.ref ?? '';
    expect(await records(() => showCommitment(officer, ref))).toEqual(['interaction.opened']);
    await nothing('done', () => showCommitment(officer, theirs));
    await nothing('NotFound', () => showCommitment(outsider, ref));
    await settleCommitment(officer, ref, broken);
    expect((await showCommitment(officer, ref)).reason).toBe('The bill was withdrawn');
    const stored = await world.db
      .selectFrom('commitment')
      .select('reason')
      .where('ref', '=', ref)
      .executeTakeFirst();
    expect(stored?.reason).toMatch(/^sealed:/);
    const rows: Record<string, string | number>[] = [];
    expect(
      await records(async () => {
        for await (const one of await exportCommitments(officer, { ...asked, status: 'broken' }))
          rows.push(one);
      }),
    ).toEqual(['commitments.exported']);
    expect(rows.find((one) => one['ref'] === ref)).toMatchObject({
      commitment: 'Sealed record',
      days_late: 5,
    });
  });

  it('counts days late from the day it was due to the day it was settled, or today', () => {
    expect(daysLate({ dueOn: null, closedOn: null }, '2027-01-20')).toBe(0);
    expect(daysLate({ dueOn: '2027-01-20', closedOn: null }, '2027-01-20')).toBe(0);
    expect(daysLate({ dueOn: '2027-03-27', closedOn: null }, '2027-03-29')).toBe(2);
    expect(daysLate({ dueOn: '2027-01-10', closedOn: '2027-01-12' }, '2027-06-01')).toBe(2);
  });
});
