import { listDeadlineRules, listDeadlines } from '#db/queries/review-deadlines.ts';
import { listStaff } from '#db/queries/staff.ts';
import { today, type Context } from '../kernel/context.ts';
import { termChoices } from '../reference/filters.server.ts';
import { countryLabel, readingOf, termLabel } from '../reference/labels.server.ts';
import { findOpenReview } from './find-open-review.server.ts';
import { glanceDeadlines } from './glance-deadlines.ts';
import { planBack } from './plan-deadlines.ts';
import { firstDayOf } from './review-dates.ts';
import { newKey } from './start-review.server.ts';

/** What planning back from the date of a review would set, keep and move. Throws NotFound, Forbidden, Conflict. */
export async function previewDeadlines(context: Context, ref: string) {
  const { db, actor, reference } = context;
  const review = await findOpenReview(context, ref);
  const rows = await listDeadlines(db, [review.id]);
  const rules = (await listDeadlineRules(db, review.body_id)).map((rule) => ({
    kindId: rule.kind_id,
    daysBefore: rule.days_before,
    note: rule.note,
  }));
  const existing = rows.map((row) => ({ kindId: row.kind_id, dueOn: row.due_on }));
  const planned =
    review.starts_on === null
      ? []
      : planBack(review.starts_on, rules, existing).map(({ kindId, ...rest }) => ({
          ...rest,
          kind: reference.termById(kindId).code,
          title: termLabel(context, kindId),
        }));
  const deadlines = glanceDeadlines(rows, review.starts_on, today(context));
  return {
    ref,
    title: review.title,
    country: countryLabel(context, review.country_id),
    startsOn: review.starts_on,
    plannedFrom: review.starts_on === null ? null : firstDayOf(review.starts_on),
    planned,
    moving: deadlines.filter(({ movesTo }) => movesTo !== null),
    /** One key a form of the page. */
    keys: { plan: newKey(context), hand: newKey(context) },
    assignee: actor.ref,
    choices: {
      kinds: termChoices(context, 'deadline_kind'),
      staff: (await listStaff(db)).map((one) => ({ value: one.ref, label: one.name })),
    },
    today: today(context),
    reading: readingOf(context),
  };
}

export type DeadlinePreview = Awaited<ReturnType<typeof previewDeadlines>>;
