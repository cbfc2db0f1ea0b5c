import type { MoveRow } from '#db/queries/objective-reads.ts';
import type { Evidence } from '#db/schema/promises.ts';
import type { Context } from '../kernel/context.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { termLabel } from '../reference/labels.server.ts';

/** A meeting that shows something, as far as the reader sees it. */
export interface ShownMeeting {
  ref: string;
  on: string;
  summary: string;
}

export interface ToldMove {
  ref: string;
  on: string;
  from: string | null;
  to: string;
  evidence: Evidence;
  /** Text or address of a document. */
  link: string;
  meeting: ShownMeeting | null;
  note: string;
  author: string;
}

interface MeetingColumns {
  interaction_ref: string | null;
  interaction_summary: string | null;
  interaction_level: number | null;
  interaction_on: string | null;
}

export function shownMeeting(row: MeetingColumns): ShownMeeting | null {
  if (row.interaction_ref === null || row.interaction_on === null) return null;
  const summary = row.interaction_level === 3 ? 'Sealed record' : (row.interaction_summary ?? '');
  return { ref: row.interaction_ref, on: row.interaction_on, summary };
}

/** Moves in words. Evidence in a meeting that the reader may not see leaves no trace: it reads as our judgement. */
export function tellMoves(context: Context, level: number, rows: readonly MoveRow[]): ToldMove[] {
  const text = (row: MoveRow, column: 'note' | 'evidence_link') => {
    const stored = row[column];
    return stored === null
      ? ''
      : readText(context.keys, level, `objective_move|${column}|${row.ref}`, stored);
  };
  return rows.map((row) => {
    const meeting = shownMeeting(row);
    return {
      ref: row.ref,
      on: row.occurred_on,
      from: row.from_stage_id === null ? null : termLabel(context, row.from_stage_id),
      to: termLabel(context, row.stage_id),
      evidence: row.evidence === 'interaction' && meeting === null ? 'staff_judgement' : row.evidence,
      link: text(row, 'evidence_link'),
      meeting,
      note: text(row, 'note'),
      author: row.author_name,
    };
  });
}
