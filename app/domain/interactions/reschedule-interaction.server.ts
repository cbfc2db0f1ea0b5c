import { writeInteractionAudience } from '#db/audience.ts';
import type { InteractionRecord } from '#db/queries/interaction-reads.ts';
import { replaceInteractionLinks, updateInteraction } from '#db/queries/interaction-writes.ts';
import { moveChildren } from '#db/queries/promise-writes.ts';
import { moveTally } from '#db/queries/tallies.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { addDays } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { findChangeable } from './change-standing.server.ts';
import { parseSchedule, type Schedule, type ScheduleForm } from './schedule-form.ts';

export type RescheduleOutcome =
  /** `before` is the form that would move it back. */
  | { outcome: 'saved'; before: ScheduleForm }
  /** Somebody changed it meanwhile: compare, then move it from where it is now. */
  | { outcome: 'stale' }
  | { outcome: 'refused'; errors: FormErrors };

class Stale extends Error {}

/**
 * Moves a planned interaction to another day or hour; one of several days keeps its length, and what was dated by it
 * moves along. Throws NotFound, Forbidden, or Conflict where it is not planned any more.
 */
export async function rescheduleInteraction(
  context: Context,
  ref: string,
  form: ScheduleForm,
): Promise<RescheduleOutcome> {
  const row = await findChangeable(context, ref);
  if (row.archived_at !== null) throw new Conflict('This was archived. Restore it first.');
  if (row.state !== 'planned') throw new Conflict('This is not planned any more. Open it again.');
  const parsed = parseSchedule(form);
  if (!parsed.ok) return { outcome: 'refused', errors: parsed.errors };
  if (String(row.version) !== parsed.schedule.version) return { outcome: 'stale' };
  try {
    await move(context, row, parsed.schedule);
  } catch (error) {
    if (error instanceof Stale) return { outcome: 'stale' };
    throw error;
  }
  const before = {
    version: String(row.version + 1),
    date: row.occurred_on,
    time: row.occurred_time ?? '',
    zone: row.zone ?? context.zone,
  };
  return { outcome: 'saved', before };
}

async function move(context: Context, row: InteractionRecord, schedule: Schedule): Promise<void> {
  const { date, time } = schedule;
  const zone = time === null ? null : schedule.zone;
  const endedOn = row.ended_on && addDays(date, daysBetween(row.occurred_on, row.ended_on));
  await commit(context, async ({ trx, record }) => {
    await moveTally(trx, row.id, -1);
    const saved = await updateInteraction(trx, row.id, row.version, {
      occurred_on: date,
      ended_on: endedOn,
      occurred_time: time,
      zone,
      updated_at: context.now.toISOString(),
    });
    if (!saved) throw new Stale();
    await replaceInteractionLinks(trx, { ...row, occurred_on: date }, row);
    const to = { occurredOn: date, owningTeamId: row.owning_team_id };
    await moveChildren(trx, row.id, { occurredOn: row.occurred_on }, to);
    await writeInteractionAudience(trx, row.id);
    await moveTally(trx, row.id, 1);
    record({
      action: 'interaction.rescheduled',
      noun: 'interaction',
      id: row.id,
      ref: row.ref,
      changes: changesBetween(
        { date: row.occurred_on, last_day: row.ended_on, time: row.occurred_time, zone: row.zone },
        { date, last_day: endedOn, time, zone },
      ),
      sealed: row.level === 3,
    });
  });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00Z`) - Date.parse(`${from}T12:00Z`)) / 86_400_000);
}
