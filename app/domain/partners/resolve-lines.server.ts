import { foldedWords } from '#db/fold.ts';
import { listOrganisationsLike, listPeopleLike } from '#db/queries/partner-suggestions.ts';
import { readsRecords } from '#db/visibility.ts';
import type { Context } from '../kernel/context.ts';
import { readHeadcount, readLine, soundsLikeOrganisation } from '../interactions/participant-text.ts';
import { beginningsOf, organisationLikeness, personLikeness } from './suspect-duplicates.server.ts';
import { LIKELY_SAME } from './likeness.ts';
import { organisationSuggestion, personSuggestion } from './suggest-partners.server.ts';
import { newParticipant, type LineMatch, type PartnerSuggestion } from './suggestion.ts';

export const MOST_LINES = 50;

/**
 * What each line of a pasted list may mean: people and organisations with such a name, or a headcount group.
 * Two queries, however many lines; at most fifty lines are read.
 */
export async function resolveLines(
  context: Context,
  lines: readonly string[],
  on: string,
): Promise<LineMatch[]> {
  const read = lines
    .slice(0, MOST_LINES)
    .map((line) => ({ line, text: readLine(line), group: readHeadcount(line) }));
  const words = read.flatMap(({ text, group }) => (group ? [] : foldedWords(text.name)));
  const beginnings = beginningsOf(words);
  const allowed = readsRecords(context.actor);
  const people = allowed
    ? await listPeopleLike(context.db, context.actor, beginnings, { on, limit: 500 })
    : [];
  const organisations = allowed ? await listOrganisationsLike(context.db, beginnings, 300) : [];
  return read.map(({ line, text, group }) => {
    if (group) return { line, choices: [], certain: false, fresh: newParticipant('group', group) };
    const asked = foldedWords(text.name);
    const scored = [
      ...people.map((row) => ({
        score: personLikeness(asked, foldedWords(row.nameFolded)),
        suggestion: personSuggestion(context, row, on),
      })),
      ...organisations.map((row) => ({
        score: Math.max(organisationLikeness(asked, row.names), isAcronym(text.name, row.acronym) ? 1 : 0),
        suggestion: organisationSuggestion(context, row),
      })),
    ];
    const likely = scored.filter(({ score }) => score >= LIKELY_SAME).sort((a, b) => b.score - a.score);
    const choices = likely.slice(0, 5).map(({ suggestion }) => suggestion);
    return { line, choices, certain: isCertain(likely), fresh: freshOf(text) };
  });
}

/** Only one bears exactly this name. */
function isCertain(likely: readonly { score: number; suggestion: PartnerSuggestion }[]): boolean {
  return (
    likely[0] !== undefined && likely[0].score >= 0.99 && (likely[1] === undefined || likely[1].score < 0.99)
  );
}

function isAcronym(text: string, acronym: string | null): boolean {
  return acronym !== null && foldedWords(text).join(' ') === foldedWords(acronym).join(' ');
}

function freshOf(text: { name: string; title: string; organisation: string }): LineMatch['fresh'] {
  if (text.organisation === '' && soundsLikeOrganisation(text.name)) {
    return newParticipant('new-organisation', { name: text.name });
  }
  return newParticipant('new-person', {
    name: text.name,
    title: text.title,
    organisationName: text.organisation,
  });
}
