import { beforeAll, expect, it } from 'vitest';
import { listAdviceRegister } from '#app/domain/advice/list-advice.server.ts';
import { moveAdvice } from '#app/domain/advice/move-advice.server.ts';
import type { AdviceWords } from '#app/domain/advice/read-advice-question.server.ts';
import {
  listCommitmentRegister,
  type CommitmentsAsked,
} from '#app/domain/commitments/list-commitments.server.ts';
import { showDesk } from '#app/domain/desk/show-desk.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { blankAdvice, blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import { BadRequest } from '#app/domain/kernel/errors.ts';
import { readPaging, type Paging } from '#app/domain/kernel/cursor.ts';
import { adviceRequest, stepForm } from '../../advice.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

const NOW = new Date('2026-11-24T10:00:00Z');

describeOnBoth('registers and the desk', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await open());
    const officer = await world.as('officer', NOW);
    const partners = [{ organisation: world.ministry.ref }];
    const log = (date: string, rest = {}) =>
      logged(officer, meetingForm(officer, partners, { date, ...rest }));
    const promises = (count: number, due: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => ({
        ...blankCommitment(),
        text: `Promise ${due(index) || 'without a date'} ${index}`,
        due: due(index),
      }));
    for (let meeting = 0; meeting < 6; meeting += 1) {
      await log(`2026-10-0${meeting + 1}`, {
        advice: Array.from({ length: 10 }, (_, index) => ({
          ...blankAdvice(),
          text: `Advice ${meeting}.${index}`,
          topic: 'npm_law',
        })),
        commitments: [...promises(8, (index) => `2026-12-${10 + (index % 3)}`), ...promises(4, () => '')],
      });
    }
    await log('2026-11-02', {
      sensitivity: 'confidential',
      advice: [{ ...blankAdvice(), text: 'Behind closed doors', topic: 'npm_law' }],
      commitments: [{ ...blankCommitment(), text: 'A quiet promise', by: 'us', due: '2026-11-30' }],
      followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-11-23'), title: 'Call quietly' }],
    });
    await log('2026-11-03', {
      sensitivity: 'sealed',
      advice: [{ ...blankAdvice(), text: 'Under seal', topic: 'npm_law' }],
      followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-11-28'), title: 'Under seal too' }],
    });
    const archived = await log('2026-11-04', {
      advice: [{ ...blankAdvice(), text: 'Put away', topic: 'npm_law' }],
      commitments: [{ ...blankCommitment(), text: 'Put away', due: '2026-11-30' }],
      followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-11-24'), title: 'Put away' }],
    });
    await archiveInteraction(officer, archived);
    await log('2026-12-01', { summary: 'Next week' });
  });

  const ask = async (name: string, words: Partial<AdviceWords> = {}, paging: Paging = {}) =>
    listAdviceRegister(await world.as(name, NOW), adviceRequest(words, { paging }));
  const promised = async (name: string, words: Partial<CommitmentsAsked> = {}) => {
    const register = await listCommitmentRegister(await world.as(name, NOW), {
      side: 'theirs',
      status: '',
      late: '',
      country: '',
      workArea: '',
      organisation: '',
      person: '',
      partner: '',
      after: '',
      ...words,
    });
    return { ...register, commitments: register.sides.flatMap(({ commitments }) => commitments) };
  };

  it('pages through the advice, as far as the actor sees, without what was put away', async () => {
    for (const words of [
      {},
      { country: 'TGO' },
      { work_area: 'legal_instruments' },
      { organisation: world.ministry.ref },
    ]) {
      const first = await ask('outsider', words);
      const second = await ask('outsider', words, readPaging(first.older ?? '', ''));
      const all = [...first.advice, ...second.advice].map(({ text }) => text);
      expect(new Set(all).size).toBe(60);
      expect(all).toHaveLength(60);
      expect(second.older).toBeNull();
      const back = await ask('outsider', words, readPaging('', second.newer ?? ''));
      expect(back.advice.map(({ ref }) => ref)).toEqual(first.advice.map(({ ref }) => ref));
    }
    const texts = (await ask('officer')).advice.map(({ text, level }) => [text, level]);
    expect(texts.slice(0, 2)).toEqual([
      ['', 'sealed'],
      ['Behind closed doors', 'confidential'],
    ]);
    expect((await ask('admin')).advice).toEqual([]);
  });

  it('filters advice by status, day and person, and refuses what names nothing', async () => {
    const officer = await world.as('officer', NOW);
    const { advice } = await ask('officer', { from: '2026-11-02', to: '2026-11-02' });
    expect(advice).toHaveLength(1);
    const ref = advice[0]?.ref ?? '';
    await moveAdvice(officer, ref, await stepForm(officer, ref, { status: 'adopted', on: '2026-11-20' }));
    expect((await ask('officer', { status: 'adopted' })).advice.map(({ meaning }) => meaning)).toEqual([
      'positive',
    ]);
    expect((await ask('outsider', { status: 'adopted' })).advice).toEqual([]);
    expect((await ask('officer', { person: world.minister.ref })).advice).toEqual([]);
    const hidden = await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: [] });
    for (const words of [
      { status: 'nope' },
      { country: 'XXX' },
      { instrument: '__proto__' },
      { from: '2026-02-31' },
      { organisation: 'nope' },
      { person: hidden.ref },
      { person: '0000000000' },
    ]) {
      await expect(ask('outsider', words)).rejects.toBeInstanceOf(BadRequest);
    }
  });

  it('pages through promises by date due, those without one last', async () => {
    const first = await promised('outsider');
    expect(first.commitments).toHaveLength(50);
    const second = await promised('outsider', { after: first.next ?? '' });
    const all = [...first.commitments, ...second.commitments];
    expect(new Set(all.map(({ ref }) => ref)).size).toBe(72);
    expect(all.map(({ dueOn }) => dueOn ?? '9999')).toEqual(all.map(({ dueOn }) => dueOn ?? '9999').sort());
    expect(second.next).toBeNull();
    const mine = await promised('officer', { side: 'ours' });
    expect(mine.commitments.map(({ text, byUs }) => [text, byUs])).toEqual([
      ['A quiet promise', 'The officer'],
    ]);
    expect((await promised('outsider', { side: 'ours' })).commitments).toEqual([]);
    expect((await promised('outsider', { country: 'PER' })).commitments).toEqual([]);
    const quiet = mine.commitments[0]?.ref ?? '';
    const refusals = await Promise.all(
      [quiet, '0000000000'].map((after) =>
        promised('outsider', { after }).catch((error: Error) => error.message),
      ),
    );
    expect(refusals[0]).toBe(refusals[1]);
    await expect(promised('officer', { side: 'nobody' })).rejects.toBeInstanceOf(BadRequest);
  });

  it('puts on the desk what is due to me, what is planned and what is new in my countries', async () => {
    const desk = await showDesk(await world.as('officer', NOW));
    expect(desk.due.map(({ title, level }) => [title, level])).toEqual([
      ['Call quietly', 'confidential'],
      ['', 'sealed'],
    ]);
    expect(desk.dueNow).toBe(1);
    expect(desk.planned.map(({ summary, mayHold }) => [summary, mayHold])).toEqual([['Next week', false]]);
    expect(desk.latest[0]?.level).toBe('sealed');
    const later = await showDesk(await world.as('colleague', new Date('2026-12-02T10:00:00Z')));
    expect(later.planned.map(({ summary, mayHold }) => [summary, mayHold])).toEqual([['Next week', true]]);
    expect(later.due).toEqual([]);
    expect(later.latest.every(({ level }) => level !== 'sealed')).toBe(true);
  });

  it('leaves the desk of another region and of an administrator empty', async () => {
    const outsider = await showDesk(await world.as('outsider', NOW));
    expect([outsider.due, outsider.planned, outsider.latest]).toEqual([[], [], []]);
    const admin = await showDesk(await world.as('admin', NOW));
    expect(admin).toMatchObject({ readsRecords: false, due: [], dueNow: 0, latest: [] });
  });
});
