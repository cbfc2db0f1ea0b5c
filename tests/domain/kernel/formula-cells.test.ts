import fc from 'fast-check';
import { expect, it } from 'vitest';
import { neutralised, restored } from '#app/domain/kernel/formula-cells.ts';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', "'=1", "''=1"])(
  'makes text of %j, and finds it again',
  (cell) => {
    expect(neutralised(cell)).toBe(`'${cell}`);
    expect(restored(neutralised(cell))).toBe(cell);
  },
);

it.each(['', 'A meeting', '’Ayn', "'quoted'", 'a=1', ' =1', "O'Brien"])('leaves %j as it is', (cell) => {
  expect(neutralised(cell)).toBe(cell);
  expect(restored(cell)).toBe(cell);
});

it('gives back every text unchanged', () => {
  const start = fc.constantFrom('', "'", "''", '=', '+', '-', '@', '\t', '＝');
  fc.assert(
    fc.property(start, fc.string(), (first, rest) => {
      const cell = first + rest;
      expect(restored(neutralised(cell))).toBe(cell);
      expect(neutralised(cell)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});
