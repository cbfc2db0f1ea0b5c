import type { Context } from '../kernel/context.ts';
import { findChoices } from './find-choices.server.ts';
import { DEFAULT_CHOICES, valuesOf, type ChoiceValues } from './preference-form.ts';

/** What the actor chose to be told, as the form shows it. */
export async function showChoices({ db, actor }: Context): Promise<ChoiceValues> {
  const found = (await findChoices(db, [actor.accountId])).get(actor.accountId);
  return valuesOf(found?.choices ?? DEFAULT_CHOICES, found?.version ?? 1);
}
