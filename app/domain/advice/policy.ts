import type { Actor } from '#db/visibility.ts';

export interface OwnedAdvice {
  author_id: number;
  owning_team_id: number;
}

/** Whoever gave it and the team that owns it may say what came of it. */
export function mayMoveAdvice(actor: Actor, advice: OwnedAdvice): boolean {
  if (!actor.roles.some((role) => role !== 'administrator')) return false;
  return actor.accountId === advice.author_id || actor.teamIds.includes(advice.owning_team_id);
}

/** The same people may change its words, and put it away. */
export const mayEditAdvice = mayMoveAdvice;
