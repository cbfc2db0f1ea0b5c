import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/kernel/fields.ts';
import { deadlineState, movedTo, planBack } from '#app/domain/reviews/plan-deadlines.ts';
import { firstDayOf, lastDayOf, standingOf } from '#app/domain/reviews/review-dates.ts';

const day = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays('2026-11-25', days));
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([on, length]) => on.slice(0, length));

describe('the dates of a review', () => {
  it('come to a first and a last day that hold every day they may mean', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), (on, length) => {
        const known = on.slice(0, length);
        expect(firstDayOf(known) <= on && on <= lastDayOf(known)).toBe(true);
        expect(lastDayOf(known).startsWith(known)).toBe(true);
      }),
    );
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('say where it stands: ahead, under way or over, in that order', () => {
    fc.assert(
      fc.property(partial, day, day, (startsOn, a, b) => {
        const order = ['coming', 'under-way', 'passed'];
        const at = (today: string) =>
          order.indexOf(standingOf({ state: 'expected', startsOn, endsOn: null }, today));
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        expect(at(earlier)).toBeGreaterThanOrEqual(0);
        expect(at(earlier)).toBeLessThanOrEqual(at(later));
      }),
    );
    expect(standingOf({ state: 'expected', startsOn: null, endsOn: null }, '2026-11-25')).toBe('undated');
    expect(standingOf({ state: 'held', startsOn: '2030', endsOn: null }, '2026-11-25')).toBe('held');
  });
});

describe('deadlines', () => {
  const rule = fc.record({
    kindId: fc.integer({ min: 1, max: 9 }),
    daysBefore: fc.integer({ min: -900, max: 400 }),
    note: fc.constant(''),
  });

  it('are in exactly one state: done when they are done, else late, today or ahead by their day', () => {
    fc.assert(
      fc.property(day, fc.option(day), day, (dueOn, doneOn, today) => {
        const state = deadlineState({ dueOn, doneOn }, today);
        if (doneOn !== null) expect(state).toBe('done');
        else expect(state).toBe(dueOn < today ? 'late' : dueOn > today ? 'ahead' : 'today');
      }),
    );
  });

  it('are planned back one for each rule, in order of day, keeping what is there', () => {
    fc.assert(
      fc.property(partial, fc.array(rule, { maxLength: 9 }), day, (startsOn, rules, keptDay) => {
        const existing = rules.slice(0, 2).map(({ kindId }) => ({ kindId, dueOn: keptDay }));
        const planned = planBack(startsOn, rules, existing);
        expect(planned).toHaveLength(rules.length);
        expect(planned.map(({ dueOn }) => dueOn)).toEqual(planned.map(({ dueOn }) => dueOn).sort());
        for (const one of planned) {
          expect(addDays(one.dueOn, one.daysBefore)).toBe(firstDayOf(startsOn));
          expect(one.keptOn).toBe(existing.some(({ kindId }) => kindId === one.kindId) ? keptDay : null);
        }
      }),
    );
  });

  it('move with the review as far as the review moves, unless done or set by hand', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), rule, (startsOn, shift, { daysBefore }) => {
        const dueOn = addDays(startsOn, -daysBefore);
        const moved = movedTo(addDays(startsOn, shift), { daysBefore, dueOn, doneOn: null });
        expect(moved).toBe(shift === 0 ? null : addDays(dueOn, shift));
        expect(movedTo(startsOn, { daysBefore, dueOn, doneOn: dueOn })).toBeNull();
        expect(movedTo(startsOn, { daysBefore: null, dueOn, doneOn: null })).toBeNull();
        expect(movedTo(null, { daysBefore, dueOn, doneOn: null })).toBeNull();
      }),
    );
  });
});
