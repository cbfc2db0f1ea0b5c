import { pipeline, Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { stringify } from 'csv-stringify';
import { neutralised } from '#app/domain/kernel/formula-cells.ts';

/**
 * A table as a file to download: UTF-8 with a mark that spreadsheets know it by, sent as it is read. Cells that a
 * spreadsheet would run as a formula are neutralised. A reader who goes away ends the reading of the rows.
 */
export function csvFile(name: string, rows: AsyncIterable<Record<string, string | number>>): Response {
  const file = stringify({
    header: true,
    bom: true,
    cast: { string: neutralised },
    record_delimiter: 'windows',
  });
  // `pipeline` ends the rows when the reader goes away and hands their error on; `pipe` does neither.
  pipeline(Readable.from(rows), file, () => undefined);
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
  });
}
