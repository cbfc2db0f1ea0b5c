import { listMovable, type FollowUpsToMove } from '#db/queries/follow-up-shift.ts';
import { findVisibleInteraction } from '#db/queries/interaction-reads.ts';
import { levelName } from '#db/levels.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest, NotFound } from '../kernel/errors.ts';
import { addDays } from '../kernel/fields.ts';
import { isRef } from '../kernel/refs.ts';
import { countryLabels, readingOf } from '../reference/labels.server.ts';
import { countryNamed } from '../reference/filters.server.ts';
import { mayCompleteFollowUp } from './policy.ts';
import { daysFault, MOST_MOVED, readDays } from './shift-days.ts';

/** What is to be moved: chosen rows, or all of a meeting or mission, those of one country if one is named. */
export interface MoveQuestion {
  picks: readonly string[];
  /** Ref of the meeting; '' for chosen rows. */
  interaction: string;
  country: string;
  /** As typed; '' before it was. */
  days: string;
}

/** What a move would do, row by row, before it is done. Rows that the reader may not change are left out and counted. */
export async function previewMove(context: Context, question: MoveQuestion) {
  const { db, actor } = context;
  const country = countryNamed(context, question.country);
  const meeting = question.interaction === '' ? undefined : await findMeeting(context, question.interaction);
  if (question.picks.length > MOST_MOVED) throw new BadRequest(`At most ${MOST_MOVED} are moved at once.`);
  const which: FollowUpsToMove = meeting
    ? { interactionId: meeting.id, ...(country ? { countryId: country.id } : {}) }
    : { refs: question.picks.filter(isRef) };
  const found = await listMovable(db, actor, which, MOST_MOVED + 1);
  const rows = found.slice(0, MOST_MOVED).filter((row) => mayCompleteFollowUp(actor, row));
  const days = readDays(question.days);
  const fault =
    question.days === ''
      ? undefined
      : daysFault(
          days,
          rows.map((row) => row.due_on),
        );
  const moves = question.days !== '' && fault === undefined && days !== undefined ? days : null;
  return {
    rows: rows.map((row) => ({
      ref: row.ref,
      version: row.version,
      title: row.level === 3 ? '' : row.title,
      level: levelName(row.level),
      assignee: row.assignee_name,
      from: row.due_on,
      to: moves === null ? null : addDays(row.due_on, moves),
    })),
    days: question.days,
    moves,
    fault: fault ?? '',
    more: found.length > MOST_MOVED,
    leftOut: Math.min(found.length, MOST_MOVED) - rows.length,
    picks: meeting ? [] : rows.map(({ ref }) => ref),
    meeting: meeting ? { ref: meeting.ref, summary: meeting.level === 3 ? '' : meeting.summary } : null,
    country: country?.iso3 ?? '',
    countries: meeting ? countryLabels(context, meeting.countries) : [],
    reading: readingOf(context),
  };
}

export type MovePreview = Awaited<ReturnType<typeof previewMove>>;

async function findMeeting({ db, actor }: Context, ref: string) {
  const meeting = isRef(ref) ? await findVisibleInteraction(db, actor, ref) : undefined;
  if (!meeting || meeting.archived_at !== null) throw new NotFound();
  return meeting;
}
