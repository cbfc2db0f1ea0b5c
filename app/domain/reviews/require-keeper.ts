import type { Actor } from '#db/visibility.ts';
import { Forbidden } from '../kernel/errors.ts';
import { mayKeepReviews } from './policy.ts';

/** Throws Forbidden for an account that keeps no reviews. */
export function requireKeeper(actor: Actor): void {
  if (!mayKeepReviews(actor)) {
    throw new Forbidden('Your account belongs to no team yet. Ask an administrator to add you to one.');
  }
}
