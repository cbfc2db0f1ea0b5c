import type { Actor } from '#db/visibility.ts';

/** Whoever recorded it and the team that owns it may say whether a promise was kept. */
export function maySettleCommitment(
  actor: Actor,
  commitment: { author_id: number; owning_team_id: number },
): boolean {
  if (!actor.roles.some((role) => role !== 'administrator')) return false;
  return actor.accountId === commitment.author_id || actor.teamIds.includes(commitment.owning_team_id);
}
