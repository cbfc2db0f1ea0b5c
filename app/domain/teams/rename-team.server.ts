import { raiseReferenceRevision } from '#db/queries/reference.ts';
import { updateTeamName } from '#db/queries/teams.ts';
import { requireAdministrator } from '../accounts/policy.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isTaken, type TeamOutcome } from './create-team.server.ts';
import { readTeamName } from './team-form.ts';

/** Gives a team another name. Throws Forbidden or NotFound. */
export async function renameTeam(
  context: Context,
  ref: string,
  input: { name: string },
): Promise<TeamOutcome> {
  requireAdministrator(context.actor);
  const team = context.reference.findTeam(ref);
  if (!team) throw new NotFound();
  const read = readTeamName(input.name);
  if ('errors' in read) return { outcome: 'refused', errors: read.errors };
  const { name } = read;
  if (isTaken(context, name, team.id)) {
    return { outcome: 'refused', errors: { name: 'There is such a team already.' } };
  }
  if (name === team.name) return { outcome: 'saved', ref };
  await commit(context, async ({ trx, record }) => {
    await updateTeamName(trx, team.id, name);
    await raiseReferenceRevision(trx);
    record({ action: 'team.changed', noun: 'team', id: team.id, ref, changes: { name: [team.name, name] } });
  });
  return { outcome: 'saved', ref };
}
