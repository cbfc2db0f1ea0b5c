import type { Actor } from '#db/visibility.ts';

export interface Owned {
  assignee_id: number;
  author_id: number;
  owning_team_id: number;
}

/** Whoever it is for, whoever asked for it, and the team that owns it may say that it is done, or change it. */
export function mayCompleteFollowUp(actor: Actor, followUp: Owned): boolean {
  if (!actor.roles.some((role) => role !== 'administrator')) return false;
  return (
    actor.accountId === followUp.assignee_id ||
    actor.accountId === followUp.author_id ||
    actor.teamIds.includes(followUp.owning_team_id)
  );
}

/** One's own list, and those of colleagues with whom one shares a team: a manager sees no more than their teams. */
export function mayOpenListOf(actor: Actor, colleague: { id: number; teamIds: readonly number[] }): boolean {
  return colleague.id === actor.accountId || colleague.teamIds.some((team) => actor.teamIds.includes(team));
}
