import { z } from 'zod';
import {
  listInstrumentIds,
  retireInstruments,
  syncReferenceRows,
  type ReferenceRow,
} from '#db/queries/reference-rows.ts';
import { code, confidence, factDate, matching, oneOf, optional, optionalText, text } from './cells.ts';
import { referenceFile } from './reference-file.ts';

export const instruments = referenceFile({
  name: 'instruments.csv',
  key: ['code'],
  rows: z.object({
    code,
    title_en: text,
    title_fr: text,
    title_es: text,
    body: text,
    kind: oneOf('treaty', 'soft law'),
    region: oneOf('global', 'Africa', 'Americas', 'Asia', 'Europe'),
    adopted_on: optional(factDate),
    in_force_on: optional(factDate),
    reference: optionalText,
    confidence,
    why_it_matters: optionalText,
  }),
  async store({ trx, context }, rows) {
    const values = rows.map(({ row }, position): ReferenceRow => ({ ...row, position, retired_on: null }));
    const difference = await syncReferenceRows(trx, 'instrument', ['code'], values);
    const codes = new Set(rows.map(({ row }) => row.code));
    const retired = await retireInstruments(trx, codes, context.now.toISOString().slice(0, 10));
    return { ...difference, retired };
  },
});

export const provisions = referenceFile({
  name: 'provisions.csv',
  key: ['instrument', 'provision'],
  rows: z.object({
    instrument: code,
    provision: matching(/^[A-Za-z0-9.]+$/, 'is not the number of a provision'),
    heading_en: text,
    heading_fr: text,
    heading_es: text,
    work: oneOf('law', 'mechanism', 'practice', 'review'),
    confidence,
  }),
  async store({ trx }, rows, fault) {
    const ids = await listInstrumentIds(trx);
    const values = rows.flatMap(({ line, row }, position): ReferenceRow[] => {
      const { instrument, provision, ...rest } = row;
      const id = ids.get(instrument);
      if (id === undefined) fault(line, `the instrument "${instrument}" is not in instruments.csv`);
      return id === undefined ? [] : [{ ...rest, instrument_id: id, code: provision, position }];
    });
    return syncReferenceRows(trx, 'provision', ['instrument_id', 'code'], values);
  },
});
