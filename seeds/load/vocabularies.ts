import { z } from 'zod';
import type { Meaning, VocabularyName } from '#db/schema/reference.ts';
import { code, oneOf, optional, optionalText, text } from './cells.ts';
import { referenceFile } from './reference-file.ts';
import { storeTerms } from './terms.ts';

export const labelled = { label_en: text, label_fr: text, label_es: text };
export const labelsOf = (row: { label_en: string; label_fr: string; label_es: string }) => ({
  en: row.label_en,
  fr: row.label_fr,
  es: row.label_es,
});

export const workAreas = referenceFile({
  name: 'work_areas.csv',
  key: ['code'],
  rows: z.object({
    code,
    mark: text.length(1, 'must be one letter'),
    hue: oneOf('violet', 'teal', 'ochre', 'green', 'rose', 'blue', 'brick', 'slate'),
    ...labelled,
    hint_en: optionalText,
  }),
  store: (work, rows) =>
    storeTerms(
      work,
      rows.map(({ row }) => ({
        vocabulary: 'work_area',
        code: row.code,
        mark: row.mark,
        hue: row.hue,
        labels: labelsOf(row),
        hint: row.hint_en,
      })),
    ),
});

export const partnerTypes = referenceFile({
  name: 'partner_types.csv',
  key: ['code'],
  rows: z.object({ code, parent: optional(code), ...labelled, definition_en: optionalText }),
  async store(work, rows, fault) {
    const codes = new Set(rows.map(({ row }) => row.code));
    for (const { line, row } of rows) {
      if (row.parent && !codes.has(row.parent)) fault(line, `the parent "${row.parent}" is not in this file`);
    }
    const known = rows.filter(({ row }) => !row.parent || codes.has(row.parent));
    return storeTerms(
      work,
      known.map(({ row }) => ({
        vocabulary: 'partner_type',
        code: row.code,
        parent: row.parent,
        labels: labelsOf(row),
        hint: row.definition_en,
      })),
    );
  },
});

const VOCABULARIES = {
  interaction: 'interaction_kind',
  followup: 'follow_up_kind',
  advice_topic: 'advice_topic',
  advice_status: 'advice_status',
  follow_up_status: 'follow_up_status',
  participant_role: 'participant_role',
  sensitivity: 'sensitivity',
} as const satisfies Record<string, VocabularyName>;

const MEANINGS: Record<string, Record<string, Meaning>> = {
  advice_status: {
    given: 'open',
    acknowledged: 'open',
    partly_adopted: 'positive',
    adopted: 'positive',
    in_practice: 'positive',
    rejected: 'negative',
    lapsed: 'closed',
    superseded: 'closed',
    withdrawn: 'closed',
  },
  follow_up_status: {
    open: 'open',
    in_progress: 'open',
    waiting: 'open',
    done: 'positive',
    dropped: 'closed',
  },
};

export const interactionVocabulary = referenceFile({
  name: 'interaction_vocabulary.csv',
  key: ['group', 'code'],
  rows: z.object({
    group: z.enum(Object.keys(VOCABULARIES) as [keyof typeof VOCABULARIES], {
      error: `must be one of: ${Object.keys(VOCABULARIES).join(', ')}`,
    }),
    code,
    ...labelled,
    hint_en: optionalText,
  }),
  async store(work, rows, fault) {
    for (const { line, row } of rows) {
      const meanings = MEANINGS[row.group];
      // Logic keys on what a status means: one without a meaning would belong to no list.
      if (meanings && !meanings[row.code])
        fault(line, `the status "${row.code}" has no meaning that the program knows`);
    }
    return storeTerms(
      work,
      rows.map(({ row }) => ({
        vocabulary: VOCABULARIES[row.group],
        code: row.code,
        meaning: MEANINGS[row.group]?.[row.code],
        labels: labelsOf(row),
        hint: row.hint_en,
      })),
    );
  },
});
