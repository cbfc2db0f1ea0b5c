import { findVisibleObjective, listObjectiveReaders } from '#db/queries/objective-reads.ts';
import type { ReadingRule } from '../interactions/policy.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';

/** The objective that a new follow-up is to push, and who reads both. Throws NotFound where it is hidden or archived. */
export async function findObjectiveOrigin({ db, actor, reference }: Context, ref: string) {
  const row = isRef(ref) ? await findVisibleObjective(db, actor, ref) : undefined;
  if (!row || row.archived_at !== null) throw new NotFound();
  const rule: ReadingRule = {
    level: row.level,
    teamIds: [row.owning_team_id, ...reference.countryById(row.country_id).teamIds],
    peopleIds: [row.author_id, row.owner_id],
    namedIds: await listObjectiveReaders(db, row.id),
  };
  return { row, rule };
}
