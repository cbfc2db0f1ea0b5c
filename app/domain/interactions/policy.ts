import type { Actor } from '#db/visibility.ts';

/** Who may do what with interactions: the same answer for the button and for the server. */

export interface Ownership {
  authorId: number;
  owningTeamId: number;
  staffIds: readonly number[];
}

export function mayLogInteraction(actor: Actor): boolean {
  return actor.teamIds.length > 0 && actor.roles.some((role) => role !== 'administrator');
}

/** The author, the staff who attended and the owning team; all of them must see it first. */
export function mayEditInteraction(actor: Actor, interaction: Ownership): boolean {
  if (!mayLogInteraction(actor)) return false;
  return (
    actor.accountId === interaction.authorId ||
    interaction.staffIds.includes(actor.accountId) ||
    actor.teamIds.includes(interaction.owningTeamId)
  );
}

export interface Reader {
  id: number;
  teamIds: readonly number[];
}

export interface ReadingRule {
  level: number;
  /** The owning team and the teams of the countries. */
  teamIds: readonly number[];
  /** The author and the staff who attended. */
  peopleIds: readonly number[];
  namedIds: readonly number[];
}

/** Would this colleague read it? The forecast of what `db/audience.ts` writes, for forms. */
export function wouldRead(reader: Reader, rule: ReadingRule): boolean {
  if (rule.level === 0) return true;
  if (rule.peopleIds.includes(reader.id)) return true;
  if (rule.level === 1) return reader.teamIds.some((team) => rule.teamIds.includes(team));
  return rule.namedIds.includes(reader.id);
}
