import type { Actor } from '#db/visibility.ts';

export interface OwnedObjective {
  owner_id: number;
  author_id: number;
  owning_team_id: number;
}

/** Whoever owns it, whoever set it and the owning team may change and move it; all of them must see it first. */
export function mayChangeObjective(actor: Actor, objective: OwnedObjective): boolean {
  if (!actor.roles.some((role) => role !== 'administrator')) return false;
  return (
    actor.accountId === objective.owner_id ||
    actor.accountId === objective.author_id ||
    actor.teamIds.includes(objective.owning_team_id)
  );
}
