import { z } from 'zod';
import { fold } from '#db/fold.ts';
import { syncReferenceRows } from '#db/queries/reference-rows.ts';
import { iso3, matching, oneOf, optional, optionalText, text, yesNo } from './cells.ts';
import { referenceFile } from './reference-file.ts';

const m49 = matching(/^\d{3}$/, 'is not an M49 code');

export const countries = referenceFile({
  name: 'countries.csv',
  key: ['iso3'],
  rows: z.object({
    iso2: matching(/^[A-Z]{2}$/, 'is not an ISO alpha-2 code'),
    iso3,
    m49: optional(m49),
    name_en: text,
    name_fr: text,
    name_es: text,
    alt_names: optionalText,
    region_m49: optional(m49),
    un_region: text,
    subregion_m49: optional(m49),
    un_subregion: text,
    intermediate_m49: optional(m49),
    un_intermediate_region: optionalText,
    un_member: oneOf('yes', 'no', 'observer'),
    coe_member: yesNo,
    au_member: yesNo,
    oas_member: yesNo,
    notes: optionalText,
  }),
  async store({ trx }, rows) {
    const values = rows.map(({ row }) => {
      const others = row.alt_names?.split(';') ?? [];
      const names = [row.name_en, row.name_fr, row.name_es, ...others].map(fold);
      return {
        iso2: row.iso2,
        iso3: row.iso3,
        m49: row.m49 ?? '',
        name_en: row.name_en,
        name_fr: row.name_fr,
        name_es: row.name_es,
        name_folded: fold(row.name_en),
        names_folded: [...new Set(names)].join('\n'),
        region: row.un_region,
        subregion: row.un_subregion,
        intermediate_region: row.un_intermediate_region,
        un_member: row.un_member,
        coe_member: row.coe_member,
        au_member: row.au_member,
        oas_member: row.oas_member,
        notes: row.notes,
      };
    });
    return syncReferenceRows(trx, 'country', ['iso3'], values);
  },
});
