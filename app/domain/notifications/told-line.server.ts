import { levelName, type Level } from '#db/levels.ts';
import type { InboxRow } from '#db/queries/notifications.ts';
import { listToldRecords, type ToldRecord } from '#db/queries/told-records.ts';
import type { NotificationKind, ToldNoun } from '#db/schema/notifications.ts';
import { clip } from '../kernel/clip.ts';
import type { Context } from '../kernel/context.ts';

/** What somebody was told of, in the words that they may read now. */
export interface ToldLine {
  ref: string;
  kind: NotificationKind;
  /** Whose act it was; null where it was nobody's. */
  by: string | null;
  at: string;
  unread: boolean;
  record: {
    noun: ToldNoun;
    ref: string;
    /** The interaction on whose page it stands. */
    homeRef: string | null;
    /** '' where the record is sealed: reading its words is recorded. */
    words: string;
    level: Level;
    dueOn: string | null;
  };
}

/** The lines of these notifications. What the reader may not see has none. */
export async function toldLines(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  rows: readonly InboxRow[],
): Promise<ToldLine[]> {
  const records = await listToldRecords(db, actor, rows);
  const byKey = new Map(records.map((record) => [`${record.noun}:${record.id}`, record]));
  return rows.flatMap((row) => {
    const record = byKey.get(`${row.noun}:${row.record_id}`);
    return record ? [lineOf(row, record)] : [];
  });
}

function lineOf(row: InboxRow, record: ToldRecord): ToldLine {
  const level = levelName(record.level);
  return {
    ref: row.ref,
    kind: row.kind,
    by: row.by_name,
    at: row.created_at,
    unread: row.read_at === null,
    record: {
      noun: row.noun,
      ref: record.ref,
      homeRef: record.home_ref,
      words: level === 'sealed' ? '' : clip(record.words),
      level,
      dueOn: record.due_on,
    },
  };
}
