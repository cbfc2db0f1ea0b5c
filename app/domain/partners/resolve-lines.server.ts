import { fold, foldedWords } from '#db/fold.ts';
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
  const persons = people.map((row) => ({ row, words: foldedWords(row.nameFolded) }));
  return read.map(({ line, text, group }) => {
    if (group) return { line, choices: [], certain: false, fresh: newParticipant('group', group) };
    const asked = foldedWords(text.name);
    const scored: Scored[] = [
      ...persons.map(({ row, words: own }) => ({
        score: personLikeness(asked, own),
        suggest: () => personSuggestion(context, row, on),
      })),
      ...organisations.map((row) => ({
        score: isAcronym(text.name, row.acronym) ? 1 : organisationLikeness(asked, row.names),
        suggest: () => organisationSuggestion(context, row),
      })),
    ];
    const likely = scored.filter(({ score }) => score >= LIKELY_SAME).sort((a, b) => b.score - a.score);
    const choices = likely.slice(0, 5).map(({ suggest }) => suggest());
    return { line, choices, certain: isCertain(likely), fresh: freshOf(text) };
  });
}

interface Scored {
  score: number;
  suggest: () => PartnerSuggestion;
}

/** Only one bears exactly this name. */
function isCertain(likely: readonly Scored[]): boolean {
  return (
    likely[0] !== undefined && likely[0].score >= 0.99 && (likely[1] === undefined || likely[1].score < 0.99)
  );
}

function isAcronym(text: string, acronym: string | null): boolean {
  return acronym !== null && fold(text) === fold(acronym);
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
