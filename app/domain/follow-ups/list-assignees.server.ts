import { findInteractionOf } from '#db/queries/interaction-places.ts';
import { findObjectiveOf } from '#db/queries/objective-reads.ts';
import type { FollowUpRecord } from '#db/queries/promise-reads.ts';
import { listStaff, type StaffRow } from '#db/queries/staff.ts';
import { wouldRead, type ReadingRule } from '../interactions/policy.ts';
import type { Context } from '../kernel/context.ts';
import { findOpen } from './find-changeable.server.ts';
import { findObjectiveOrigin } from './find-objective-origin.server.ts';
import { findOrigin, readingRuleOf } from './find-origin.server.ts';

type Placed = Pick<
  FollowUpRecord,
  'interaction_id' | 'objective_id' | 'level' | 'owning_team_id' | 'author_id' | 'assignee_id'
>;

/** The colleagues to whom a follow-up may be given: those who may read it. */
export async function assigneesOf(context: Context, row: Placed): Promise<StaffRow[]> {
  const staff = await listStaff(context.db);
  if (row.level === 0) return staff;
  const rule = await ruleOf(context, row);
  return staff.filter((one) => wouldRead(one, rule));
}

async function ruleOf(context: Context, row: Placed): Promise<ReadingRule> {
  const origin =
    row.interaction_id === null
      ? undefined
      : await findInteractionOf(context.db, context.actor, row.interaction_id);
  if (origin) return readingRuleOf(context, await findOrigin(context, origin.ref));
  const pushed =
    row.interaction_id !== null || row.objective_id === null
      ? undefined
      : await findObjectiveOf(context.db, context.actor, row.objective_id);
  if (pushed) return (await findObjectiveOrigin(context, pushed.ref)).rule;
  return {
    level: row.level,
    teamIds: [row.owning_team_id],
    peopleIds: [row.author_id, row.assignee_id],
    namedIds: [],
  };
}

/** The same for a list of choices, without the one who has it. Throws as changing it would. */
export async function offerAssignees(
  context: Context,
  ref: string,
): Promise<{ value: string; label: string }[]> {
  const row = await findOpen(context, ref);
  return (await assigneesOf(context, row))
    .filter((one) => one.id !== row.assignee_id)
    .map((one) => ({ value: one.ref, label: one.name }));
}
