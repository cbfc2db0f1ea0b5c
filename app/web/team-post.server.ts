import type { Context } from '#app/domain/kernel/context.ts';
import { assignCountries } from '#app/domain/teams/assign-countries.server.ts';
import { renameTeam } from '#app/domain/teams/rename-team.server.ts';
import type { ReadForm } from './forms.ts';

/** A press of a button of `/admin/teams/:ref`: another name, or other countries. */
export async function postTeam(context: Context, ref: string, { fields, faults }: ReadForm) {
  const name = fields.one('name');
  if (Object.keys(faults).length > 0) return { name, errors: faults };
  const answer =
    fields.one('act') === 'countries'
      ? await assignCountries(context, ref, fields.many('countries'))
      : await renameTeam(context, ref, { name });
  return answer.outcome === 'saved' ? undefined : { name, errors: answer.errors };
}
