import { FormFields } from '../kernel/form-fields.ts';
import { seal, unseal, type Keys } from '../kernel/keys.server.ts';
import type { InteractionForm } from '../interactions/form.ts';
import { readInteractionForm } from '../interactions/read-form.ts';
import { formEntries } from '../interactions/form-entries.ts';

const place = (accountId: number, ref: string) => `draft|body|${accountId}/${ref}`;

/** Sealed under its own key for the account that typed it, whatever the level will be. */
export function sealDraft(keys: Keys, accountId: number, form: InteractionForm): string {
  return seal(keys, keys.drafts, place(accountId, form.key), JSON.stringify(formEntries(form)));
}

/** Undefined where it was sealed under an earlier APP_KEY. Read field by field, so that an older draft still opens. */
export function openDraftText(
  keys: Keys,
  accountId: number,
  ref: string,
  body: string,
): InteractionForm | undefined {
  try {
    const entries = JSON.parse(unseal(keys, keys.drafts, place(accountId, ref), body)) as [string, string][];
    return readInteractionForm(new FormFields(entries));
  } catch {
    return undefined;
  }
}
