import { foldedWords } from '#db/fold.ts';
import { listOrganisationsLike, listPeopleLike } from '#db/queries/partner-suggestions.ts';
import { readsRecords } from '#db/visibility.ts';
import type { Context } from '../kernel/context.ts';
import { likeness, LIKELY_SAME } from './likeness.ts';
import { organisationSuggestion, personSuggestion } from './suggest-partners.server.ts';
import type { PartnerSuggestion } from './suggestion.ts';

/** A name that somebody is about to add. */
export interface NameToAdd {
  kind: 'person' | 'organisation';
  name: string;
  /** 'YYYY-MM-DD': positions are shown as of then. */
  on: string;
}

const MOST_READ = 200;
const MOST_SHOWN = 3;

/** Partners who may be the same, most alike first, at most three. Somebody hidden from the actor never appears. */
export async function suspectDuplicates(context: Context, asked: NameToAdd): Promise<PartnerSuggestion[]> {
  if (!readsRecords(context.actor)) return [];
  const words = foldedWords(asked.name);
  const found =
    asked.kind === 'person'
      ? await likePeople(context, words, asked.on)
      : await likeOrganisations(context, words);
  const alike = found.filter(({ score }) => score >= LIKELY_SAME).sort((a, b) => b.score - a.score);
  return [...new Map(alike.map((one) => [tokenOfRecord(one.suggestion), one.suggestion])).values()].slice(
    0,
    MOST_SHOWN,
  );
}

interface Scored {
  score: number;
  suggestion: PartnerSuggestion;
}

/** The beginnings by which names with a slip in them are still found. */
export function beginningsOf(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.slice(0, 3)))].slice(0, 40);
}

async function likePeople(context: Context, words: readonly string[], on: string): Promise<Scored[]> {
  const rows = await listPeopleLike(context.db, context.actor, beginningsOf(words), { on, limit: MOST_READ });
  return rows.map((row) => ({
    score: personLikeness(words, foldedWords(row.nameFolded)),
    suggestion: personSuggestion(context, row, on),
  }));
}

/** One word alone says little: it must be the whole name. */
export function personLikeness(words: readonly string[], other: readonly string[]): number {
  if (Math.min(words.length, other.length) < 2) return words.join(' ') === other.join(' ') ? 1 : 0;
  return likeness(words, other);
}

async function likeOrganisations(context: Context, words: readonly string[]): Promise<Scored[]> {
  const rows = await listOrganisationsLike(context.db, beginningsOf(words), MOST_READ);
  return rows.map((row) => ({
    score: organisationLikeness(words, row.names),
    suggestion: organisationSuggestion(context, row),
  }));
}

/** The best over an organisation's names; short words ("of", "the") say nothing. */
export function organisationLikeness(words: readonly string[], names: string): number {
  const telling = (all: readonly string[]) => {
    const long = all.filter((word) => word.length > 3);
    return long.length > 0 ? long : [...all];
  };
  return Math.max(
    ...names.split('|').map((name) => {
      const other = telling(foldedWords(name));
      const asked = telling(words);
      if (Math.min(asked.length, other.length) < 2) return asked.join(' ') === other.join(' ') ? 1 : 0;
      return likeness(asked, other);
    }),
  );
}

function tokenOfRecord({ token }: PartnerSuggestion): string {
  return token.split(':', 2).join(':');
}
