import { listStaff } from '#db/queries/staff.ts';
import { mayLogInteraction, wouldRead } from '../interactions/policy.ts';
import { today, type Context } from '../kernel/context.ts';
import { Forbidden } from '../kernel/errors.ts';
import { addDays } from '../kernel/fields.ts';
import { readingOf } from '../reference/labels.server.ts';
import { findObjectiveOrigin } from './find-objective-origin.server.ts';
import { findOrigin, readingRuleOf } from './find-origin.server.ts';
import { followUpChoices } from './follow-up-choices.server.ts';
import type { FollowUpForm } from './follow-up-form.ts';

/**
 * An empty form, or one filled in from a meeting and an objective (their refs, or ''), and what can be chosen in it:
 * colleagues who read both. Throws Forbidden, or NotFound for one that is not seen.
 */
export async function startFollowUp(context: Context, interaction: string, objective = '') {
  const { actor, db, reference } = context;
  if (!mayLogInteraction(actor)) throw new Forbidden();
  const origin = interaction === '' ? undefined : await findOrigin(context, interaction);
  const pushed = objective === '' ? undefined : await findObjectiveOrigin(context, objective);
  const rules = [...(origin ? [readingRuleOf(context, origin)] : []), ...(pushed ? [pushed.rule] : [])];
  const staff = (await listStaff(db)).filter((one) => rules.every((rule) => wouldRead(one, rule)));
  const form: FollowUpForm = {
    key: Buffer.from(context.random(12)).toString('base64url'),
    title: '',
    assignee: actor.ref,
    due: addDays(today(context), 7),
    priority: 'normal',
    recurrence: '',
    recursUntil: '',
    workAreas: (origin?.workAreas ?? (pushed ? [pushed.row.work_area_id] : [])).map(
      (id) => reference.termById(id).code,
    ),
    countries: (origin?.countries ?? (pushed ? [pushed.row.country_id] : [])).map(
      (id) => reference.countryById(id).iso3,
    ),
    interaction,
    ...(pushed ? { objective } : {}),
  };
  return {
    form,
    origin: origin
      ? { ref: origin.ref, on: origin.occurred_on, summary: origin.level === 3 ? '' : origin.summary }
      : null,
    choices: followUpChoices(context, staff),
    reading: readingOf(context),
  };
}

export type FollowUpStart = Awaited<ReturnType<typeof startFollowUp>>;
