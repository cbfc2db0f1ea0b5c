import { LEVELS } from '#db/levels.ts';
import { findVisibleInteraction } from '#db/queries/interaction-reads.ts';
import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { isRef } from '../kernel/refs.ts';
import type { AudiencePreview } from './form-view.ts';
import type { InteractionForm } from './form.ts';
import { wouldRead } from './policy.ts';

export type AudienceQuestion = Pick<
  InteractionForm,
  'sensitivity' | 'team' | 'countries' | 'staff' | 'readers'
>;

/**
 * The forecast of what the save will write, by the same rule. `subject` is the ref of the interaction being edited,
 * whose author goes on reading it; '' on a new one, whose author is the actor.
 */
export async function previewAudience(
  context: Context,
  form: AudienceQuestion,
  subject: string,
): Promise<AudiencePreview> {
  const { reference, actor, db } = context;
  const saved = isRef(subject) ? await findVisibleInteraction(db, actor, subject) : undefined;
  const authorId = saved?.author_id ?? actor.accountId;
  const staff = await listStaff(db);
  const idOf = (ref: string) => staff.find((one) => one.ref === ref)?.id ?? -1;
  const countryTeams = form.countries.flatMap((iso3) => reference.findCountry(iso3)?.teamIds ?? []);
  const own =
    reference.findTeam(form.team)?.id ??
    saved?.owning_team_id ??
    actor.teamIds.find((id) => countryTeams.includes(id)) ??
    actor.teamIds[0];
  const rule = {
    level: Math.max(
      0,
      LEVELS.findIndex((level) => level === form.sensitivity),
    ),
    teamIds: [own ?? -1, ...countryTeams],
    peopleIds: [authorId, ...form.staff.map(idOf)],
    namedIds: form.readers.map(idOf),
  };
  const readers = staff.filter((one) => wouldRead(one, rule));
  return { limited: readers.length < staff.length, names: readers.map(({ name }) => name) };
}
