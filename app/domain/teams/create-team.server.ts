import { fold } from '#db/fold.ts';
import { raiseReferenceRevision } from '#db/queries/reference.ts';
import { addTeam } from '../accounts/add-account.server.ts';
import { requireAdministrator } from '../accounts/policy.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { currentReference } from '../reference/reference.server.ts';
import { readTeamName } from './team-form.ts';

export type TeamOutcome = { outcome: 'saved'; ref: string } | { outcome: 'refused'; errors: FormErrors };

/** Makes a team of no countries and no members yet. Throws Forbidden. */
export async function createTeam(context: Context, input: { name: string }): Promise<TeamOutcome> {
  requireAdministrator(context.actor);
  const read = readTeamName(input.name);
  if ('errors' in read) return { outcome: 'refused', errors: read.errors };
  const { name } = read;
  if (isTaken(context, name))
    return { outcome: 'refused', errors: { name: 'There is such a team already.' } };
  const id = await commit(context, async (work) => {
    await raiseReferenceRevision(work.trx);
    return addTeam(work, { name });
  });
  return { outcome: 'saved', ref: (await currentReference(context.db)).teamById(id).ref };
}

/** Names are told apart as people read them: without accents, capitals and spaces at the ends. */
export function isTaken({ reference }: Context, name: string, but?: number): boolean {
  return reference.teams.some((team) => team.id !== but && fold(team.name) === fold(name));
}
