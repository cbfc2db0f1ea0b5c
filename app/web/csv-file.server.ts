import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { stringify } from 'csv-stringify';

/**
 * A table as a file to download: UTF-8 with a mark that spreadsheets know it by, sent as it is read. Cells that a
 * spreadsheet would run as a formula are neutralised by an apostrophe.
 */
export function csvFile(name: string, rows: AsyncIterable<Record<string, string | number>>): Response {
  const file = Readable.from(rows).pipe(
    stringify({ header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' }),
  );
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
  });
}
