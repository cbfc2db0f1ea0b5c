import type { InteractionInput } from './parse-interaction.ts';

interface Partners {
  organisations: ReadonlyMap<string, { country_id: number | null }>;
  people: ReadonlyMap<string, { positions: readonly { country_id: number | null }[] }>;
}

/** Until somebody chooses them, the countries are those of the partners. */
export function countriesOfPartners(
  input: Pick<InteractionInput, 'participants'>,
  { organisations, people }: Partners,
): number[] {
  const found = input.participants.flatMap((participant) => [
    organisations.get(participant.organisation)?.country_id ?? null,
    ...(people
      .get(participant.person)
      ?.positions.slice(0, 1)
      .map((position) => position.country_id) ?? []),
  ]);
  return [...new Set(found.filter((id): id is number => id !== null))];
}
