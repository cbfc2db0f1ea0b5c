import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowOfSteps, type RecordedStep } from '#app/domain/advice/flow-of-steps.ts';
import { median } from '#app/domain/advice/median.ts';
import { mergeAdvice } from '#app/domain/advice/merge-advice.ts';
import {
  firstStatus,
  isStage,
  kindOfMove,
  needsReason,
  type AdviceStatus,
} from '#app/domain/advice/statuses.ts';
import type { Meaning } from '#db/schema/reference.ts';

const MEANINGS: Meaning[] = [
  'open',
  'open',
  'positive',
  'positive',
  'positive',
  'negative',
  'closed',
  'closed',
];
const STATUSES: AdviceStatus[] = MEANINGS.map((meaning, place) => ({
  id: place + 10,
  position: place + 1,
  meaning,
}));
const [given, acknowledged, partly, adopted, , rejected, lapsed] = STATUSES as [
  AdviceStatus,
  ...AdviceStatus[],
] as AdviceStatus[];
const status = fc.constantFrom(...STATUSES);

describe('moves of advice', () => {
  it('are told by order and meaning alone', () => {
    const kind = (from?: AdviceStatus, to?: AdviceStatus) => from && to && kindOfMove(from, to);
    expect(firstStatus([...STATUSES].reverse())).toBe(given);
    expect(kind(given, adopted)).toBe('onward');
    expect(kind(adopted, partly)).toBe('back');
    expect(kind(adopted, rejected)).toBe('down');
    expect(kind(given, lapsed)).toBe('end');
    expect(kind(lapsed, acknowledged)).toBe('again');
    expect(kind(given, given)).toBeUndefined();
  });

  it('need a reason wherever something is turned back, and never on the way onward', () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        const kind = kindOfMove(from, to);
        const isEarlier = isStage(to) && to.position < from.position;
        if (isEarlier || to.meaning === 'negative') expect(needsReason(from, to)).toBe(kind !== undefined);
        if (kind === 'onward') expect(needsReason(from, to)).toBe(false);
        if (kind === undefined) expect(needsReason(from, to)).toBe(false);
      }),
    );
  });
});

describe('the flow of advice', () => {
  const step = (advice_id: number, of: AdviceStatus | undefined, occurred_on: string): RecordedStep => ({
    advice_id,
    status_id: of?.id ?? 0,
    occurred_on,
  });

  it('takes the middle of the waits, over the pieces that made the step', () => {
    expect(median([])).toBeNull();
    expect(median([9])).toBe(9);
    expect(median([30, 1, 2])).toBe(2);
    expect(median([1, 100, 4, 2])).toBe(3);
    const flow = flowOfSteps(
      [
        step(1, given, '2026-01-01'),
        step(1, acknowledged, '2026-01-11'),
        step(1, adopted, '2026-03-02'),
        step(2, given, '2026-01-01'),
        step(2, acknowledged, '2026-01-31'),
        step(2, rejected, '2026-02-10'),
        step(3, given, '2026-01-01'),
        // turned back, and there a second time: only the first coming counts
        step(3, acknowledged, '2026-01-02'),
        step(3, given, '2026-02-01'),
        step(3, acknowledged, '2026-06-01'),
      ],
      STATUSES,
    );
    expect(flow.total).toBe(3);
    expect(flow.stages.map(({ standing, reached }) => [standing, reached])).toEqual([
      [0, 3],
      [1, 3],
      [0, 1],
      [1, 1],
      [0, 0],
    ]);
    expect(flow.stages.map(({ medianDays }) => medianDays)).toEqual([null, 10, null, 50, null]);
    expect(flow.stages[3]?.medianSinceGiven).toBe(60);
    expect(flow.ends[0]).toMatchObject({ count: 1, medianDays: 10, made: 1, from: [0, 1, 0, 0, 0] });
  });

  it('counts every piece once, and never more further on than before', () => {
    const piece = fc.array(fc.tuple(status, fc.integer({ min: 0, max: 90 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const steps = pieces.flatMap((moves, id) => {
          let day = Date.parse('2026-01-01');
          return [step(id, given, '2026-01-01')].concat(
            moves.map(([to, wait]) => {
              day += wait * 86_400_000;
              return step(id, to, new Date(day).toISOString().slice(0, 10));
            }),
          );
        });
        const flow = flowOfSteps(steps, STATUSES);
        const standing = [...flow.stages.map((one) => one.standing), ...flow.ends.map((one) => one.count)];
        expect(standing.reduce((sum, count) => sum + count, 0)).toBe(pieces.length);
        expect(flow.stages[0]?.reached).toBe(pieces.length);
        const reached = flow.stages.map((one) => one.reached);
        expect(reached).toEqual([...reached].sort((a, b) => b - a));
        for (const end of flow.ends) expect(end.from.reduce((sum, one) => sum + one, 0)).toBe(end.count);
      }),
    );
  });
});

it('merges what two people wrote of the same advice, and asks only where both changed one field', () => {
  const base = {
    key: 'k',
    version: '1',
    text: 'Visit at night',
    topic: 'a',
    on: '2026-01-01',
    recipients: ['person:a', 'person:b'],
    instrument: '',
    provision: '',
    workAreas: ['x'],
    countries: ['TGO'],
    objective: '',
    interaction: '',
  };
  const mine = { ...base, text: 'Visit by night', recipients: ['person:a', 'person:b', 'person:c'] };
  const theirs = { ...base, version: '2', topic: 'b', recipients: ['person:b'] };
  const merged = mergeAdvice(base, mine, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.form).toMatchObject({
    version: '2',
    text: 'Visit by night',
    topic: 'b',
    recipients: ['person:b', 'person:c'],
  });
  const clash = mergeAdvice(base, mine, { ...theirs, text: 'Visit any time' });
  expect(clash.conflicts).toEqual([{ field: 'text', mine: 'Visit by night', theirs: 'Visit any time' }]);
});
