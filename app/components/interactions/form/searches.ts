import type { LookedUp } from '#app/domain/interactions/look-up-choices.server.ts';
import type { AudiencePreview } from '#app/domain/interactions/form-view.ts';
import type { Named } from '#app/domain/interactions/form-choices.ts';
import type { InteractionForm } from '#app/domain/interactions/form.ts';
import type { PartnerMemory } from '#app/domain/partners/partner-memory.ts';
import type { LineMatch, PartnerSuggestion } from '#app/domain/partners/suggestion.ts';
import { pathTo } from '#app/paths.ts';
import type { Search } from '../../ui/choice.ts';

/** What the form asks of the server while it is being filled in. Each throws where there is no answer. */

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, { headers: { Accept: 'application/json' }, ...init });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return (await answer.json()) as T;
}

export function searchPartners(
  text: string,
  form: Pick<InteractionForm, 'date' | 'countries'>,
  signal: AbortSignal,
): Promise<PartnerSuggestion[]> {
  return ask(pathTo.suggestPartners({ q: text, on: form.date, country: form.countries }), { signal });
}

export function searchList(list: LookedUp): Search {
  return async (text, signal) => {
    const found = await ask<Named[]>(pathTo.suggestChoices(list, { q: text }), { signal });
    return found.map(({ value, label }) => ({ value, label }));
  };
}

export function resolvePastedLines(lines: readonly string[], on: string): Promise<LineMatch[]> {
  const body = new URLSearchParams([
    ['on', on],
    ['lines', lines.join('\n')],
  ]);
  return ask(pathTo.suggestLines(), { method: 'POST', body });
}

export function searchSimilar(
  kind: 'person' | 'organisation',
  name: string,
  on: string,
): Promise<PartnerSuggestion[]> {
  return ask(pathTo.suggestSimilar({ kind, q: name, on }));
}

export function askPositions(
  people: readonly string[],
  on: string,
  signal: AbortSignal,
): Promise<Record<string, PartnerSuggestion>> {
  return ask(pathTo.suggestPositions({ person: people, on }), { signal });
}

export function askAudience(
  form: InteractionForm,
  subject: string,
  signal: AbortSignal,
): Promise<AudiencePreview> {
  const { sensitivity, team, countries, staff, readers } = form;
  return ask(pathTo.suggestAudience({ sensitivity, team, countries, staff, readers, subject }), {
    signal,
  });
}

export function askObjectives(
  countries: readonly string[],
  chosen: readonly string[],
  signal: AbortSignal,
): Promise<Named[]> {
  return ask(pathTo.suggestObjectives({ country: countries, chosen }), { signal });
}

export function askMemory(organisation: string, signal: AbortSignal): Promise<PartnerMemory | null> {
  return ask(pathTo.suggestMemory({ organisation }), { signal });
}
