import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';

/** One row by column, and the line of the file on which it begins (a cell may run over several lines). */
export interface CsvRow {
  line: number;
  cells: Record<string, string>;
}

/** What is wrong with a file, each as `file:line: reason`; nothing of such a file is loaded. */
export class BadFile extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'BadFile';
    this.faults = faults;
  }
}

/** Reads a UTF-8 CSV file whose first row names exactly `columns`, in any order. Throws BadFile. */
export function readCsvRows(path: string, columns: readonly string[]): CsvRow[] {
  const file = basename(path);
  const [header, ...records] = parseRecords(file, decode(file, readBytes(path, file)));
  if (!header) throw new BadFile([`${file}:1: the file is empty`]);
  checkHeader(file, header.cells, columns);
  const faults = records
    .filter((record) => record.cells.length !== header.cells.length)
    .map(
      ({ line, cells }) =>
        `${file}:${line}: the row has ${cells.length} cells where the header has ${header.cells.length}`,
    );
  if (faults.length > 0) throw new BadFile(faults);
  return records.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.cells.map((column, index) => [column, cells[index] ?? ''])),
  }));
}

interface CsvRecord {
  line: number;
  cells: string[];
}

function readBytes(path: string, file: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new BadFile([`${file}: the file is missing`]);
    throw error;
  }
}

function decode(file: string, bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) break;
    line += 1;
    start = end + 1;
  }
  throw new BadFile([`${file}:${line}: the file is not UTF-8 text; save it in that encoding`]);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parseRecords(file: string, text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let begins = 1;
  try {
    parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (result: unknown) => {
        const { record, info } = result as { record: string[]; info: { lines: number } };
        // `info.lines` is where the row ends
        const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
        records.push({ line: info.lines - breaks, cells: record });
        begins = info.lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadFile([`${file}:${begins}: ${faultWords(error)}`]);
  }
  return records;
}

/** A quote left open swallows rows until the next quote: where the row begins says more than where it was noticed. */
function faultWords(error: CsvError): string {
  const noticed: unknown = error['lines'];
  const where = typeof noticed === 'number' ? ` (noticed on line ${noticed})` : '';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return `a quotation mark of this row is never closed${where}`;
  if (error.code === 'INVALID_OPENING_QUOTE')
    return `a quotation mark stands inside a cell that does not begin with one${where}`;
  if (error.code === 'CSV_INVALID_CLOSING_QUOTE')
    return `a quotation mark of this row is not closed at the end of its cell${where}`;
  return error.message;
}

function checkHeader(file: string, header: readonly string[], columns: readonly string[]): void {
  const faults = [
    ...columns
      .filter((column) => !header.includes(column))
      .map((column) => `the column "${column}" is missing`),
    ...header
      .filter((column) => !columns.includes(column))
      .map((column) => `the column "${column}" is not known`),
    ...header
      .filter((column, index) => header.indexOf(column) !== index)
      .map((column) => `the column "${column}" stands twice`),
  ];
  if (faults.length > 0) throw new BadFile(faults.map((fault) => `${file}:1: ${fault}`));
}
