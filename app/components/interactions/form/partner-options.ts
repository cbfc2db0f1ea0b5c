import { partnerTokens } from '#app/domain/interactions/change-form.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import type { Named } from '#app/domain/interactions/form-choices.ts';

/** The partners who take part, to be chosen as recipients or as those who promise. */
export function partnerOptions(form: InteractionForm): Named[] {
  const names = new Map<string, string>();
  for (const row of form.participants) {
    if (row.person) names.set(`person:${row.person}`, row.name);
    if (row.kind.startsWith('new-')) names.set(`new:${row.key}`, row.name);
    if (!row.organisation) continue;
    const name = row.kind === 'organisation' ? row.name : row.organisationName;
    const token = `organisation:${row.organisation}`;
    if (!names.has(token) || row.kind === 'organisation') names.set(token, name);
  }
  return partnerTokens(form).flatMap((value) => {
    // a newcomer's organisation that is new itself stands in the list as a row of its own
    const label = value.startsWith('organisation:new:') ? undefined : names.get(value);
    return label ? [{ value, label }] : [];
  });
}
