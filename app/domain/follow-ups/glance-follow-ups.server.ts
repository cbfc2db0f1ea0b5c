import { levelName, type Level } from '#db/levels.ts';
import type { FollowUpRow } from '#db/queries/follow-up-glances.ts';
import type { Priority, Recurrence } from '#db/schema/promises.ts';
import { listPromiseLinks } from '#db/queries/interaction-reads.ts';
import { listPartnersMet } from '#db/queries/timeline.ts';
import { today, type Context } from '../kernel/context.ts';
import { countryLabels } from '../reference/labels.server.ts';
import { mayCompleteFollowUp } from './policy.ts';
import { isSnoozed } from './snooze-until.ts';

/** A follow-up in a list. The words of a sealed one are not here: reading them is recorded. */
export interface FollowUpGlance {
  ref: string;
  /** '' where the record is sealed. */
  title: string;
  level: Level;
  dueOn: string;
  assignee: string;
  mine: boolean;
  /** The first partner of the meeting it was born from. */
  partner: string | null;
  countries: string[];
  /** The day until which it is put off; null where it is not, or not any more. */
  snoozedUntil: string | null;
  recurrence: Recurrence | null;
  priority: Priority;
  mayComplete: boolean;
}

export async function glanceFollowUps(
  context: Context,
  rows: readonly FollowUpRow[],
): Promise<FollowUpGlance[]> {
  const { db, actor } = context;
  const day = today(context);
  const meetings = [...new Set(rows.flatMap((row) => row.interaction_id ?? []))];
  const participants = await listPartnersMet(db, actor, meetings);
  const links = await listPromiseLinks(
    db,
    'follow_up',
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const level = levelName(row.level);
    const first = participants.find((one) => one.interaction_id === row.interaction_id);
    return {
      ref: row.ref,
      title: level === 'sealed' ? '' : row.title,
      level,
      dueOn: row.due_on,
      assignee: row.assignee_name,
      mine: row.assignee_id === actor.accountId,
      partner:
        level === 'sealed'
          ? null
          : (first?.organisation_name ?? first?.person_name ?? first?.group_label ?? null),
      countries: countryLabels(context, links.get(row.id)?.countries ?? []).map(({ name }) => name),
      snoozedUntil: isSnoozed(row.snoozed_until, day) ? row.snoozed_until : null,
      recurrence: row.recurrence,
      priority: row.priority,
      mayComplete: mayCompleteFollowUp(actor, row),
    };
  });
}
