import { listStepsOfNewest, type AdviceFilter, type FlowStepRow } from '#db/queries/advice-list.ts';
import type { Meaning } from '#db/schema/reference.ts';
import type { Context } from '../kernel/context.ts';
import { flowOfSteps, type EndCount, type StageCount } from './flow-of-steps.ts';
import { statusLabel, statusTerms } from './status-terms.server.ts';

/** Of more than this the flow shows the newest, so that it costs the same at a million records. */
export const MOST_IN_FLOW = 1_000;

interface Named {
  code: string;
  label: string;
  meaning: Meaning;
}

export interface AdviceFlow {
  total: number;
  /** Whether there are more than the flow shows. */
  isNewestOnly: boolean;
  stages: (StageCount & Named)[];
  ends: (EndCount & Named)[];
}

/** Where the advice of a filter stands and how long its steps took, within the actor's access. */
export async function adviceFlow(context: Context, filter: AdviceFilter): Promise<AdviceFlow> {
  const { db, actor, reference } = context;
  const statuses = statusTerms(reference);
  const named = ({ id }: { id: number }): Named => {
    const { code, meaning } = reference.termById(id);
    return { code, label: statusLabel(context, id), meaning: meaning ?? 'open' };
  };
  const steps = await listStepsOfNewest(db, actor, filter, MOST_IN_FLOW + 1);
  const counts = flowOfSteps(withoutOldest(steps), statuses);
  return {
    total: counts.total,
    isNewestOnly: counts.total === MOST_IN_FLOW && isMoreThanMost(steps),
    stages: counts.stages.map((one) => ({ ...one, ...named(one) })),
    ends: counts.ends.map((one) => ({ ...one, ...named(one) })),
  };
}

const isMoreThanMost = (steps: readonly FlowStepRow[]): boolean =>
  new Set(steps.map(({ advice_id }) => advice_id)).size > MOST_IN_FLOW;

/** One piece more than is shown was asked for: it says whether there are more. */
function withoutOldest(steps: readonly FlowStepRow[]): readonly FlowStepRow[] {
  if (!isMoreThanMost(steps)) return steps;
  let oldest = steps[0];
  for (const [place, step] of steps.entries()) {
    const isFirst = steps[place - 1]?.advice_id !== step.advice_id;
    if (isFirst && oldest && step.occurred_on < oldest.occurred_on) oldest = step;
  }
  return steps.filter(({ advice_id }) => advice_id !== oldest?.advice_id);
}
