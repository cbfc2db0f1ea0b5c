import { levelName } from '#db/levels.ts';
import {
  findVisibleWhole,
  findVisibleWholeByRef,
  listVisibleParts,
  listVisibleWholes,
  type PartRow,
} from '#db/queries/interaction-parts.ts';
import { today, type Context } from '../kernel/context.ts';
import { isRef } from '../kernel/refs.ts';
import { termLabel } from '../reference/labels.server.ts';
import { dayAfter } from './days.ts';
import type { Named } from './form-choices.ts';

// What took place during something longer: the meetings of a mission, the talks at a conference.

export interface PartGlance {
  ref: string;
  on: string;
  kind: string;
  /** '' where it is sealed: only its own page opens it. */
  summary: string;
}

const MOST = 50;
const DAYS_AROUND = 90;

const glance = (context: Context, row: PartRow): PartGlance => ({
  ref: row.ref,
  on: row.occurred_on,
  kind: termLabel(context, row.kind_id),
  summary: levelName(row.level) === 'sealed' ? '' : row.summary,
});

/** What an interaction is part of, and what is part of it, as far as the actor sees them. */
export async function partsOf(
  context: Context,
  row: { id: number; part_of_id: number | null },
): Promise<{ whole: PartGlance | null; parts: PartGlance[] }> {
  const { db, actor } = context;
  const whole = row.part_of_id === null ? undefined : await findVisibleWhole(db, actor, row.part_of_id);
  const parts = await listVisibleParts(db, actor, row.id, MOST);
  return { whole: whole ? glance(context, whole) : null, parts: parts.map((one) => glance(context, one)) };
}

/** What the form offers: everything of several days that ended or ends within three months of today. */
export async function wholesToChoose(context: Context): Promise<Named[]> {
  const day = today(context);
  const days = { from: dayAfter(day, -DAYS_AROUND), to: dayAfter(day, DAYS_AROUND) };
  const rows = await listVisibleWholes(context.db, context.actor, days, MOST);
  return rows.map((row) => nameWhole(context, row));
}

/** The one of this ref, to be offered or chosen: nothing where it is hidden, or part of another itself. */
export async function findWhole(
  context: Context,
  ref: string,
): Promise<(Named & { id: number }) | undefined> {
  const row = isRef(ref) ? await findVisibleWholeByRef(context.db, context.actor, ref) : undefined;
  return row?.part_of_id === null ? { ...nameWhole(context, row), id: row.id } : undefined;
}

function nameWhole(context: Context, row: PartRow): Named {
  const { ref, kind, on, summary } = glance(context, row);
  return { value: ref, label: [`${kind}, ${on}`, summary].filter(Boolean).join(': ') };
}
