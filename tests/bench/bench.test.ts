import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { median, medianRatio, percentile } from '../../scripts/bench/figures.ts';
import { gridOf, partsOf, renderParts } from '../../scripts/bench/floor-page.ts';
import { readOptions } from '../../scripts/bench/options.ts';
import { pageNames } from '../../scripts/bench/pages.ts';
import { aimsOf, tableOf } from '../../scripts/bench/report.ts';
import { runBench, type BenchResult } from '../../scripts/bench/run-bench.ts';

describe('a benchmark in small', () => {
  let directory: string;
  let result: BenchResult;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'rapport-bench-'));
    const options = { sizes: [300], pages: [...pageNames], rounds: 1, budget: 16, warmUp: 0.05, directory };
    const run = () => runBench(options, () => undefined);
    // A slot this short can pass without one answer while the machine does other things: then try again.
    result = await run().catch(run).catch(run);
  }, 240_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('measures every page beside its floors, and logs what it says it logged', () => {
    expect(result.figures.map(({ page }) => page)).toEqual(pageNames);
    for (const { page, alone, eight, memory, ofFloor } of result.figures) {
      for (const figure of [...Object.values(alone), ...Object.values(eight), memory]) {
        expect(figure, page).toBeGreaterThan(0);
      }
      expect(Object.keys(ofFloor), page).toEqual(page === 'log' ? [] : ['bare', 'markup', 'table']);
    }
  });

  it('prints a line for each, and the aims', () => {
    expect(tableOf(result)).toContain('interactions, newest');
    expect(aimsOf(result)).toHaveLength(5);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

it('takes ratios within a round, and the median of them', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(percentile([1, 2, 3, 4], 0.5)).toBe(2);
  expect(medianRatio([10, 40, 90], [10, 20, 30])).toBe(2);
  expect(medianRatio([], [])).toBeNull();
});

it('gives React the elements that a page is made of', () => {
  const html =
    '<html lang="en"><body><input type="text" hidden="" value=""/><p class="x">a &amp; b &lt;c&gt;</p><br/><ul><li>1</li><li>2</li></ul></body></html>';
  expect(renderParts(partsOf(`<!doctype html>${html}`))).toBe(html);
  expect(gridOf(html)).toEqual({ rows: 2, cells: 1 });
});

it('refuses words it does not know', () => {
  expect(readOptions(['--sizes', '100000,1000', '--quick']).sizes).toEqual([1000, 100_000]);
  expect(() => readOptions(['--fast'])).toThrow('Unknown option "--fast"');
  expect(() => readOptions(['--sizes', 'ten'])).toThrow('whole numbers');
});
