import { z } from 'zod';
import {
  deleteDeadlineRules,
  listBodyIds,
  listTermIds,
  syncReferenceRows,
} from '#db/queries/reference-rows.ts';
import { code, matching, optional, optionalText, text } from './cells.ts';
import { referenceFile } from './reference-file.ts';
import { storeTerms } from './terms.ts';

export const deadlineKinds = referenceFile({
  name: 'deadline_kinds.csv',
  key: ['code'],
  rows: z.object({ code, label_en: text, label_fr: text, label_es: text, hint_en: optionalText }),
  store: (work, rows) =>
    storeTerms(
      work,
      rows.map(({ row }) => ({
        vocabulary: 'deadline_kind',
        code: row.code,
        labels: { en: row.label_en, fr: row.label_fr, es: row.label_es },
        hint: row.hint_en,
      })),
    ),
});

const days = matching(/^-?\d{1,4}$/, 'is not a number of days').transform(Number);

export const deadlineRules = referenceFile({
  name: 'deadline_rules.csv',
  key: ['body', 'kind'],
  rows: z.object({ body: optional(code), kind: code, days_before: days, note: text }),
  async store({ trx }, rows, fault) {
    const bodies = await listBodyIds(trx);
    const terms = await listTermIds(trx);
    const values = rows.flatMap(({ line, row }) => {
      const bodyId = row.body === null ? null : bodies.get(row.body);
      const kindId = terms.get(`deadline_kind/${row.kind}`);
      if (bodyId === undefined) fault(line, `the body "${row.body ?? ''}" is not in bodies.csv`);
      if (kindId === undefined) fault(line, `the kind "${row.kind}" is not in deadline_kinds.csv`);
      if (bodyId === undefined || kindId === undefined) return [];
      return [{ body_id: bodyId, kind_id: kindId, days_before: row.days_before, note: row.note }];
    });
    const synced = await syncReferenceRows(trx, 'deadline_rule', ['body_id', 'kind_id'], values);
    const kept = new Set(values.map(({ body_id, kind_id }) => `${body_id ?? ''}/${kind_id}`));
    return { ...synced, retired: await deleteDeadlineRules(trx, kept) };
  },
});
