import { findVisibleInteraction, type InteractionRecord } from '#db/queries/interaction-reads.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import type { ReadingRule } from '../interactions/policy.ts';

/** The meeting that a new follow-up comes from. Throws NotFound where it is hidden, archived or none. */
export async function findOrigin({ db, actor }: Context, ref: string): Promise<InteractionRecord> {
  const origin = await findVisibleInteraction(db, actor, ref);
  if (!origin || origin.archived_at !== null) throw new NotFound();
  return origin;
}

/** Who reads what comes of a meeting: those who read the meeting. */
export function readingRuleOf({ reference }: Context, origin: InteractionRecord): ReadingRule {
  return {
    level: origin.level,
    teamIds: [origin.owning_team_id, ...origin.countries.flatMap((id) => reference.countryById(id).teamIds)],
    peopleIds: [origin.author_id, ...origin.staff],
    namedIds: origin.readers,
  };
}
