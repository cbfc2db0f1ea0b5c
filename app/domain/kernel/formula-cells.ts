// A spreadsheet runs a cell that starts with one of these, also in its full-width form, whatever the file meant.
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that a spreadsheet takes as text. One apostrophe more, so that `restored` finds exactly what was there. */
export function neutralised(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell;
}

/** What a cell held before it was neutralised: for reading our own files back. */
export function restored(cell: string): string {
  return cell.startsWith("'") && runs.test(cell) ? cell.slice(1) : cell;
}
