import type { FieldConflict } from './form-view.ts';
import type { InteractionForm } from './form.ts';

/** What two people made of the same record: the form with both, and the fields where only one can stand. */
export interface Merged {
  form: InteractionForm;
  conflicts: FieldConflict[];
}

const TEXTS = [
  'kind',
  'date',
  'endDate',
  'partOf',
  'time',
  'place',
  'attribution',
  'team',
  'summary',
  'notes',
  'assessment',
  'sensitivity',
] as const;
const SETS = [
  'countries',
  'workAreas',
  'instruments',
  'objectives',
  'staff',
  'readers',
  'assessmentReaders',
] as const;
const ROWS = ['participants', 'advice', 'commitments', 'followUps'] as const;

type Row = { ref: string; remove: string };
type Value = string | string[];

/**
 * Brings together what I wrote and what somebody saved meanwhile, field by field, by comparing both with `base`, the
 * form as I opened it. Different fields are both kept; of the same field mine stands in the form until I choose.
 * Without a base every difference is a question.
 */
export function mergeForms(
  base: InteractionForm | undefined,
  mine: InteractionForm,
  theirs: InteractionForm,
): Merged {
  const conflicts: FieldConflict[] = [];
  const form: InteractionForm = { ...mine, version: theirs.version };
  for (const field of TEXTS)
    form[field] = mergeText(field, base?.[field], mine[field], theirs[field], conflicts);
  for (const field of SETS) form[field] = mergeSets(base?.[field] ?? [], mine[field], theirs[field]);
  for (const list of ROWS) mergeList(form, list, base, mine, theirs, conflicts);
  return { form, conflicts };
}

/** The form after its writer chose: fields named in `theirs` take the value that the other person saved. */
export function takeTheirs(
  form: InteractionForm,
  saved: InteractionForm,
  theirs: readonly string[],
): InteractionForm {
  const next = structuredClone(form);
  for (const field of theirs) {
    const text = TEXTS.find((name) => name === field);
    if (text) next[text] = saved[text];
    const [list, place, part] = field.split('.');
    const rows = ROWS.find((name) => name === list);
    if (!rows || !part) continue;
    const row = next[rows][Number(place)] as (Row & Record<string, Value>) | undefined;
    const other = (saved[rows] as Row[]).find(({ ref }) => ref === row?.ref) as
      Record<string, Value> | undefined;
    if (row && other && Object.hasOwn(other, part)) row[part] = other[part] ?? '';
  }
  return next;
}

function mergeText(
  field: string,
  base: string | undefined,
  mine: string,
  theirs: string,
  conflicts: FieldConflict[],
): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  conflicts.push({ field, mine, theirs });
  return mine;
}

/** Both additions and both removals hold. */
function mergeSets(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = theirs.filter((one) => mine.includes(one) || !base.includes(one));
  const added = mine.filter((one) => !base.includes(one) && !theirs.includes(one));
  return [...kept, ...added];
}

function mergeList(
  form: InteractionForm,
  list: (typeof ROWS)[number],
  base: InteractionForm | undefined,
  mine: InteractionForm,
  theirs: InteractionForm,
  conflicts: FieldConflict[],
): void {
  const before = (base?.[list] ?? []) as Row[];
  const own = mine[list] as Row[];
  const saved = theirs[list] as Row[];
  const rows: Row[] = [];
  for (const row of saved) {
    const written = own.find(({ ref }) => ref === row.ref);
    const opened = before.find(({ ref }) => ref === row.ref);
    rows.push(written ? mergeRow(`${list}.${rows.length}`, opened, written, row, conflicts) : row);
  }
  for (const row of own) {
    if (row.ref === '') rows.push(row);
    else if (!saved.some(({ ref }) => ref === row.ref) && wasChanged(before, row))
      rows.push({ ...row, ref: '' });
  }
  (form[list] as Row[]) = rows;
}

/** Taken out by one and changed by the other, a row stays: words are not lost to a removal. */
function mergeRow(
  place: string,
  opened: Row | undefined,
  mine: Row,
  theirs: Row,
  conflicts: FieldConflict[],
): Row {
  if (mine.remove === 'yes') return wasChanged(opened ? [opened] : [], theirs) ? theirs : mine;
  const merged: Record<string, Value> = { ...(mine as unknown as Record<string, Value>) };
  for (const [part, value] of Object.entries(theirs) as [string, Value][]) {
    if (part === 'key' || part === 'remove') continue;
    const ours = merged[part] ?? '';
    const was = opened ? (opened as unknown as Record<string, Value>)[part] : undefined;
    if (!Array.isArray(value)) {
      if (!Array.isArray(ours))
        merged[part] = mergeText(`${place}.${part}`, was as string | undefined, ours, value, conflicts);
    } else if (Array.isArray(ours)) {
      merged[part] = mergeSets((was as string[] | undefined) ?? [], ours, value);
    }
  }
  return merged as unknown as Row;
}

function wasChanged(before: readonly Row[], row: Row): boolean {
  const opened = before.find(({ ref }) => ref === row.ref);
  if (!opened) return true;
  const said = (one: Row) => JSON.stringify({ ...one, key: '', remove: '' });
  return said(opened) !== said(row);
}
