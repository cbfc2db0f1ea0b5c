import type { CommitContext, Work } from '#app/domain/kernel/commit.server.ts';
import { fold } from '#db/fold.ts';
import {
  listTermIds,
  retireTerms,
  syncReferenceRows,
  type ReferenceRow,
} from '#db/queries/reference-rows.ts';
import type { Meaning, VocabularyName } from '#db/schema/reference.ts';
import type { Outcome } from './reference-file.ts';

/** One entry of a vocabulary as a file describes it. */
export interface SeedTerm {
  vocabulary: VocabularyName;
  code: string;
  parent?: string | null;
  /** Where the parent is of another vocabulary. */
  parentVocabulary?: VocabularyName;
  meaning?: Meaning;
  mark?: string;
  hue?: string;
  labels: { en: string; fr: string; es: string };
  hint: string | null;
}

/** Writes the terms of a file in its order; those of the same vocabularies that it no longer has are retired. */
export async function storeTerms(
  { trx, context }: Work<CommitContext>,
  terms: readonly SeedTerm[],
): Promise<Outcome> {
  const positions = new Map<string, number>();
  const place = (vocabulary: string): number => {
    const next = positions.get(vocabulary) ?? 0;
    positions.set(vocabulary, next + 1);
    return next;
  };
  const rows = terms.map((term) => ({
    vocabulary: term.vocabulary,
    code: term.code,
    position: place(term.vocabulary),
    meaning: term.meaning ?? null,
    mark: term.mark ?? null,
    hue: term.hue ?? null,
    retired_on: null,
  }));
  const outcomes = [await syncReferenceRows(trx, 'term', ['vocabulary', 'code'], rows)];
  const ids = await listTermIds(trx);
  const idOf = (vocabulary: VocabularyName, code: string): number => {
    const id = ids.get(`${vocabulary}/${code}`);
    if (id === undefined) throw new Error(`The term ${vocabulary}/${code} was not written.`);
    return id;
  };

  const children = terms.map((term) => ({
    vocabulary: term.vocabulary,
    code: term.code,
    parent_id: term.parent ? idOf(term.parentVocabulary ?? term.vocabulary, term.parent) : null,
  }));
  const parents = await syncReferenceRows(trx, 'term', ['vocabulary', 'code'], children);
  // A parent set on a row that was added in this very run is no change of its own.
  outcomes.push({ added: 0, changed: outcomes[0]?.added ? 0 : parents.changed });

  const labels = terms.flatMap((term): ReferenceRow[] =>
    Object.entries(term.labels).map(([language, label]) => ({
      term_id: idOf(term.vocabulary, term.code),
      language,
      label,
      label_folded: fold(label),
      hint: language === 'en' ? term.hint : null,
    })),
  );
  const labelled = await syncReferenceRows(trx, 'term_label', ['term_id', 'language'], labels);
  outcomes.push({ added: 0, changed: labelled.changed + (outcomes[0]?.added ? 0 : labelled.added) });

  const codes = new Set(terms.map((term) => `${term.vocabulary}/${term.code}`));
  const retired = await retireTerms(
    trx,
    [...positions.keys()],
    codes,
    context.now.toISOString().slice(0, 10),
  );
  return {
    added: outcomes.reduce((sum, outcome) => sum + outcome.added, 0),
    changed: outcomes.reduce((sum, outcome) => sum + outcome.changed, 0),
    retired,
  };
}
