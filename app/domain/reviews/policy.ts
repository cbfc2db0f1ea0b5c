import type { Actor } from '#db/visibility.ts';

/** Everybody who works on countries keeps the reviews, deadlines and recommendations, which are public facts. */
export function mayKeepReviews(actor: Actor): boolean {
  return actor.teamIds.length > 0 && actor.roles.some((role) => role !== 'administrator');
}
