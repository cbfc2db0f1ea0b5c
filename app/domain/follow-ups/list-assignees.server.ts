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
  const rules = await rulesOf(context, row);
  return staff.filter((one) => rules.every((rule) => wouldRead(one, rule)));
}

/** Of its meeting and of its objective: who is given it reads both. */
async function rulesOf(context: Context, row: Placed): Promise<ReadingRule[]> {
  const origin =
    row.interaction_id === null
      ? undefined
      : await findInteractionOf(context.db, context.actor, row.interaction_id);
  const pushed =
    row.objective_id === null
      ? undefined
      : await findObjectiveOf(context.db, context.actor, row.objective_id);
  const rules = [
    ...(origin ? [readingRuleOf(context, await findOrigin(context, origin.ref))] : []),
    ...(pushed ? [(await findObjectiveOrigin(context, pushed.ref)).rule] : []),
  ];
  if (rules.length > 0) return rules;
  const people = [row.author_id, row.assignee_id];
  return [{ level: row.level, teamIds: [row.owning_team_id], peopleIds: people, namedIds: [] }];
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
