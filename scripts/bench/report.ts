import type { BenchResult, Figures } from './run-bench.ts';

type Column = [heading: string, text: (figures: Figures) => string];

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const ratio = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : value.toFixed(2);
const whole = (value: number) => Math.round(value).toLocaleString('en');

const columns: Column[] = [
  ['page', (row) => row.title],
  ['rows', (row) => whole(row.size)],
  ['kB', (row) => (row.bytes === 0 ? '–' : (row.bytes / 1000).toFixed(1))],
  ['p50', (row) => milliseconds(row.alone.p50)],
  ['p95', (row) => milliseconds(row.alone.p95)],
  ['p99', (row) => milliseconds(row.alone.p99)],
  ['p50 cold', (row) => (row.after ? milliseconds(row.after.p50) : '–')],
  ['p50 ×8', (row) => milliseconds(row.eight.p50)],
  ['p95 ×8', (row) => milliseconds(row.eight.p95)],
  ['p99 ×8', (row) => milliseconds(row.eight.p99)],
  ['req/s ×8', (row) => whole(row.eight.rate)],
  ['CPU ms', (row) => (row.eight.processor === null ? '–' : milliseconds(row.eight.processor))],
  ['RSS MB', (row) => whole(row.memory)],
  ['of React', (row) => ratio(row.ofFloor.markup)],
  ['of table', (row) => ratio(row.ofFloor.table)],
  ['of bare', (row) => ratio(row.ofFloor.bare)],
  ['React/CPU', (row) => ratio(row.ofFloorByProcessor.markup)],
  ['growth', (row) => ratio(row.growth)],
  ['cold', (row) => ratio(row.growthAfter)],
  ['by CPU', (row) => ratio(row.growthByProcessor)],
];

/** The figures as a table for a terminal, with what they mean below it. */
export function tableOf(result: BenchResult): string {
  const rows = [
    columns.map(([heading]) => heading),
    ...result.figures.map((row) => columns.map(([, text]) => text(row))),
  ];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, index) => (index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0)))
      .join('  '),
  );
  const { machine } = result;
  return [
    `${machine.cores} cores (${machine.processor}), ${machine.memory} GB, ${machine.platform}, Node ${machine.node}, ` +
      `SQLite ${machine.sqlite}, fsync at each commit, load before the run ${machine.load.toFixed(2)}`,
    `Reader: ${result.reader.email}, in ${result.reader.teams} teams. ${result.rounds} rounds of ${result.secondsASlot.toFixed(2)} s a slot, medians.`,
    '',
    lines[0] ?? '',
    '-'.repeat(lines[0]?.length ?? 0),
    ...lines.slice(1),
    '',
    'Times in ms at concurrency 1 and at 8 (×8); cold: each time right after an interaction was logged in that country.',
    'Ratios compare requests a second at concurrency 8, uncompressed, with:',
    'React: renderToString of the same elements over one prepared statement. Table: the same of a plain table of as many',
    'rows, cells and bytes. Bare: node:http sending the bytes. Growth: p50 against the smallest size. CPU: processor time',
    'of the server for one answer in the best round, and the ratios by it, which other work on the machine disturbs least.',
  ].join('\n');
}

/** What was aimed at, and whether it was reached. */
export function aimsOf({ figures }: BenchResult): string[] {
  const aims: [string, number, (value: number) => boolean][] = [];
  for (const row of figures) {
    const name = `${row.title} at ${whole(row.size)}`;
    const ofReact = row.ofFloor.markup ?? null;
    if (ofReact !== null) aims.push([`${name}: at least 0.25 of React`, ofReact, (x) => x >= 0.25]);
    if (row.growth !== null) aims.push([`${name}: growth at most 1.3`, row.growth, (x) => x <= 1.3]);
    if (row.growthAfter !== null)
      aims.push([`${name}: growth right after a write at most 1.3`, row.growthAfter, (x) => x <= 1.3]);
    if (row.page === 'log') aims.push([`${name}: p95 at most 30 ms`, row.alone.p95, (x) => x <= 30]);
  }
  return aims.map(
    ([aim, value, reached]) => `${reached(value) ? 'reached' : 'MISSED '}  ${aim}: ${value.toFixed(2)}`,
  );
}
