import { z } from 'zod';
import { listInstrumentIds, listTermIds, syncStageFacts } from '#db/queries/reference-rows.ts';
import { code, oneOf, optional, optionalText, text } from './cells.ts';
import { referenceFile } from './reference-file.ts';
import { storeTerms } from './terms.ts';
import { labelled, labelsOf } from './vocabularies.ts';

const meaning = oneOf('open', 'positive', 'negative', 'closed');

/** The sets of stages. */
export const objectiveTracks = referenceFile({
  name: 'objective_tracks.csv',
  key: ['code'],
  rows: z.object({ code, ...labelled, hint_en: optionalText }),
  store: (work, rows) =>
    storeTerms(
      work,
      rows.map(({ row }) => ({
        vocabulary: 'objective_track',
        code: row.code,
        labels: labelsOf(row),
        hint: row.hint_en,
      })),
    ),
});

/** The stages of each set, in order. A set begins with one that is open, and has one that says it was reached. */
export const objectiveStages = referenceFile({
  name: 'objective_stages.csv',
  key: ['code'],
  rows: z.object({ track: code, code, meaning, ...labelled, hint_en: optionalText }),
  async store(work, rows, fault) {
    const terms = await listTermIds(work.trx);
    const reached = new Set(rows.flatMap(({ row }) => (row.meaning === 'positive' ? [row.track] : [])));
    const begun = new Set<string>();
    for (const { line, row } of rows) {
      if (!terms.has(`objective_track/${row.track}`)) {
        fault(line, `the track "${row.track}" is not in objective_tracks.csv`);
      }
      if (begun.has(row.track)) continue;
      begun.add(row.track);
      if (row.meaning !== 'open') fault(line, `the track "${row.track}" does not begin with an open stage`);
      if (!reached.has(row.track)) fault(line, `the track "${row.track}" has no positive stage`);
    }
    const known = rows.filter(({ row }) => terms.has(`objective_track/${row.track}`));
    return storeTerms(
      work,
      known.map(({ row }) => ({
        vocabulary: 'objective_stage',
        code: row.code,
        parent: row.track,
        parentVocabulary: 'objective_track',
        meaning: row.meaning,
        labels: labelsOf(row),
        hint: row.hint_en,
      })),
    );
  },
});

export const stances = referenceFile({
  name: 'stances.csv',
  key: ['code'],
  rows: z.object({ code, meaning: optional(meaning), ...labelled, hint_en: optionalText }),
  store: (work, rows) =>
    storeTerms(
      work,
      rows.map(({ row }) => ({
        vocabulary: 'stance',
        code: row.code,
        ...(row.meaning ? { meaning: row.meaning } : {}),
        labels: labelsOf(row),
        hint: row.hint_en,
      })),
    ),
});

/** What a stage says that the treaty facts must say too. */
export const stageFacts = referenceFile({
  name: 'stage_facts.csv',
  key: ['stage', 'instrument', 'fact'],
  rows: z.object({
    stage: text,
    instrument: code,
    fact: oneOf('signed', 'bound', 'mechanism_designated', 'mechanism_established', 'mechanism_functioning'),
  }),
  async store({ trx }, rows, fault) {
    const terms = await listTermIds(trx);
    const instruments = await listInstrumentIds(trx);
    const values = rows.flatMap(({ line, row }) => {
      const stageId = terms.get(`objective_stage/${row.stage}`);
      const instrumentId = instruments.get(row.instrument);
      if (stageId === undefined) fault(line, `the stage "${row.stage}" is not in objective_stages.csv`);
      if (instrumentId === undefined)
        fault(line, `the instrument "${row.instrument}" is not in instruments.csv`);
      if (stageId === undefined || instrumentId === undefined) return [];
      return [{ stage_id: stageId, instrument_id: instrumentId, fact: row.fact }];
    });
    const { added, removed } = await syncStageFacts(trx, values);
    return { added, changed: 0, retired: removed };
  },
});
