import { z } from 'zod';
import { syncReferenceRows, type ReferenceRow } from '#db/queries/reference-rows.ts';
import { addBodyOrganisations } from './body-organisations.ts';
import { code, confidence, optionalText, text } from './cells.ts';
import { referenceFile } from './reference-file.ts';

export const bodies = referenceFile({
  name: 'bodies.csv',
  key: ['code'],
  rows: z.object({
    code,
    name_en: text,
    name_fr: text,
    name_es: text,
    parent: optionalText,
    seat: optionalText,
    kind: text,
    legal_basis: optionalText,
    session_pattern: optionalText,
    what_the_ngo_wants: optionalText,
    confidence,
  }),
  async store(work, rows) {
    const values = rows.map(({ row }, position): ReferenceRow => {
      const { what_the_ngo_wants, ...rest } = row;
      return { ...rest, why_it_matters: what_the_ngo_wants, position };
    });
    const difference = await syncReferenceRows(work.trx, 'international_body', ['code'], values);
    await addBodyOrganisations(work);
    return difference;
  },
});
