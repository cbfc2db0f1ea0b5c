import type { Actor } from '#db/visibility.ts';
import { Forbidden } from '../kernel/errors.ts';

/** Accounts and teams are run by administrators: the same answer for the link and for the server. */
export function mayAdminister(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.includes('administrator');
}

/** Throws Forbidden for everybody else. */
export function requireAdministrator(actor: Pick<Actor, 'roles'>): void {
  if (!mayAdminister(actor)) throw new Forbidden('Accounts and teams are run by administrators.');
}
