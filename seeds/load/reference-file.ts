import { join } from 'node:path';
import type { z } from 'zod';
import type { CommitContext, Work } from '#app/domain/kernel/commit.server.ts';
import type { Difference } from '#db/queries/reference-rows.ts';
import { BadFile, readCsvRows } from './csv-rows.ts';

/** A checked row and the line of the file on which it stands. */
export interface Checked<Row> {
  line: number;
  row: Row;
}

export interface Outcome extends Difference {
  retired?: number;
}

/** One file of reference data: what its rows must be, what tells them apart, and where they go. */
export interface ReferenceFile<Shape extends z.ZodRawShape = z.ZodRawShape> {
  name: string;
  rows: z.ZodObject<Shape>;
  key: readonly (keyof Shape & string)[];
  store(
    work: Work<CommitContext>,
    rows: Checked<z.output<z.ZodObject<Shape>>>[],
    fault: Fault,
  ): Promise<Outcome>;
}

/** Notes what is wrong with a row; the file is then not loaded. */
export type Fault = (line: number, reason: string) => void;

/** Gives a file's description the type of its own rows, then forgets it: all files are loaded alike. */
export function referenceFile<Shape extends z.ZodRawShape>(file: ReferenceFile<Shape>): LoadableFile {
  return {
    name: file.name,
    read: (directory) => readChecked(file, directory),
    async store(work, rows) {
      const faults: string[] = [];
      const outcome = await file.store(
        work,
        rows as Checked<z.output<z.ZodObject<Shape>>>[],
        (line, reason) => faults.push(`${file.name}:${line}: ${reason}`),
      );
      if (faults.length > 0) throw new BadFile(faults);
      return outcome;
    },
  };
}

export interface LoadableFile {
  name: string;
  /** Throws BadFile where any row is not as it should be. */
  read(directory: string): Checked<unknown>[];
  /** Writes rows that `read` returned. Throws BadFile where they point at what does not exist. */
  store(work: Work<CommitContext>, rows: Checked<unknown>[]): Promise<Outcome>;
}

function readChecked<Shape extends z.ZodRawShape>(
  file: ReferenceFile<Shape>,
  directory: string,
): Checked<unknown>[] {
  const rows = readCsvRows(join(directory, file.name), Object.keys(file.rows.shape));
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const checked = rows.flatMap(({ line, cells }) => {
    const result = file.rows.safeParse(cells);
    for (const issue of result.error?.issues ?? []) {
      const column = issue.path.join('.');
      faults.push(`${file.name}:${line}: ${column} "${cells[column] ?? ''}" ${issue.message}`);
    }
    const key = file.key.map((column) => cells[column]).join(' ');
    const earlier = seen.get(key);
    if (earlier !== undefined) faults.push(`${file.name}:${line}: ${key} stands on line ${earlier} already`);
    else seen.set(key, line);
    return result.success ? [{ line, row: result.data }] : [];
  });
  if (faults.length > 0) throw new BadFile(faults);
  return checked;
}
