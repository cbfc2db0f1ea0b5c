import { expect, it } from 'vitest';
import { leastProcessor, median, medianRatio, percentile, slotOf } from '../../scripts/bench/figures.ts';
import { gridOf, partsOf, renderParts, renderTable } from '../../scripts/bench/floor-page.ts';
import { readOptions } from '../../scripts/bench/options.ts';

it('takes ratios within a round, and the median of them', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
  expect(medianRatio([10, 40, 90], [10, 20, 30])).toBe(2);
  expect(medianRatio([], [])).toBeNull();
});

it('tells of a slot what its answers took, and of rounds the least processor time', () => {
  const slot = slotOf([3, 1, 2, 4], 2);
  expect(slot).toEqual({ answers: 4, p50: 2, p95: 4, p99: 4, rate: 2, processor: null });
  expect(leastProcessor([slot, { ...slot, processor: 3 }, { ...slot, processor: 2 }])).toBe(2);
  expect(leastProcessor([slot])).toBeNull();
});

it('gives React the elements that a page is made of', () => {
  const html =
    '<html lang="en"><body><input type="hidden" hidden="" value=""/><p class="x">a &amp; b &lt;c&gt;</p><br/><ul><li>1</li><li>2</li></ul></body></html>';
  expect(renderParts(partsOf(`<!doctype html>${html}`))).toBe(html);
  expect(gridOf(html)).toEqual({ rows: 2, cells: 1 });
  expect(renderTable([{ ref: 'a', occurred_on: null }], 3, '.')).toContain(
    '<tr><td class="cell">a.</td><td class="cell">.</td><td class="cell">a.</td></tr>',
  );
});

it('refuses words it does not know', () => {
  expect(readOptions(['--sizes', '100000,1000', '--quick']).sizes).toEqual([1000, 100_000]);
  expect(readOptions(['--only', 'list,log']).pages).toEqual(['list', 'log']);
  expect(() => readOptions(['--fast'])).toThrow('Unknown option "--fast"');
  expect(() => readOptions(['--sizes', 'ten'])).toThrow('whole numbers');
  expect(() => readOptions(['--only', 'everything'])).toThrow('There is no page "everything"');
});
