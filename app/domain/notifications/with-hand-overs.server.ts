import type { InboxRow } from '#db/queries/notifications.ts';
import { findHandOvers } from '../follow-ups/find-hand-overs.server.ts';
import type { Context } from '../kernel/context.ts';
import type { ToldLine } from './told-line.server.ts';

/** A line, and what was said when its follow-up was handed over; '' also where the record is sealed, like its words. */
export interface InboxLine extends ToldLine {
  note: string;
  takenBack: boolean;
}

/** Adds the notes of hand-overs to the lines that the reader is shown of these notifications. */
export async function withHandOvers(
  context: Pick<Context, 'db' | 'keys'>,
  rows: readonly InboxRow[],
  lines: readonly ToldLine[],
): Promise<InboxLine[]> {
  const shown = new Set(lines.map(({ ref }) => ref));
  const given = rows.filter(
    ({ ref, noun, kind }) =>
      shown.has(ref) && noun === 'follow_up' && (kind === 'assigned' || kind === 'handed-on'),
  );
  const recordOf = new Map(given.map(({ ref, record_id }) => [ref, record_id]));
  const handOvers = await findHandOvers(context, [...new Set(recordOf.values())]);
  return lines.map((line) => {
    const all = handOvers.get(recordOf.get(line.ref) ?? 0) ?? [];
    const one = all.find(({ at, by }) => at === line.at && by === line.by);
    const isFor = line.kind === 'assigned' && line.record.level !== 'sealed';
    return { ...line, note: one && isFor ? one.note : '', takenBack: one?.takenBack ?? false };
  });
}
