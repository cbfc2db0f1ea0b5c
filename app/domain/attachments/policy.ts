import type { Actor } from '#db/visibility.ts';
import { mayLogInteraction } from '../interactions/policy.ts';

/** Whose the record is that a file hangs on. */
export interface Owned {
  /** Its author, its owner, the staff who attended. */
  peopleIds: readonly number[];
  owningTeamId: number;
}

/** Whoever may change a record may put files on it and take them off; they must see it first. */
export function mayAttach(actor: Actor, { peopleIds, owningTeamId }: Owned): boolean {
  if (!mayLogInteraction(actor)) return false;
  return peopleIds.includes(actor.accountId) || actor.teamIds.includes(owningTeamId);
}
