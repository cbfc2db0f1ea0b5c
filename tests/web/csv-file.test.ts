import { parse } from 'csv-parse/sync';
import { expect, it, vi } from 'vitest';
import { csvFile } from '#app/web/csv-file.server.ts';

async function* endless(closed: () => void) {
  try {
    for (let row = 0; ; row += 1) yield { row, text: '=1+1' };
  } finally {
    closed();
  }
}

it('neutralises formulas in cells, whatever stands in them otherwise', async () => {
  const cells = ['=1', 'a "quoted", text', 'two\nlines', '＝2', 'ł ß ø', "'=3"];
  async function* rows() {
    for (const cell of cells) yield Promise.resolve({ cell });
  }
  const file = csvFile('cells', rows());
  const bytes = Buffer.from(await file.arrayBuffer());
  const read = parse(bytes, { bom: true, columns: true }) as { cell: string }[];
  expect(read.map(({ cell }) => cell)).toEqual([
    "'=1",
    'a "quoted", text',
    'two\nlines',
    "'＝2",
    'ł ß ø',
    "''=3",
  ]);
});

it('stops reading rows when the reader goes away', async () => {
  const closed = vi.fn();
  const reader = csvFile('rows', endless(closed)).body?.getReader();
  await reader?.read();
  expect(closed).not.toHaveBeenCalled();
  await reader?.cancel();
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
});

it('breaks off, rather than ends well, when reading the rows fails', async () => {
  async function* failing() {
    yield Promise.resolve({ row: 1 });
    throw new Error('The database is gone.');
  }
  await expect(csvFile('rows', failing()).text()).rejects.toThrow('The database is gone.');
});
