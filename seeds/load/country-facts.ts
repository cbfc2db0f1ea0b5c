import { z } from 'zod';
import {
  listCountryIds,
  listInstrumentIds,
  syncReferenceRows,
  type ReferenceRow,
} from '#db/queries/reference-rows.ts';
import {
  code,
  confidence,
  factDate,
  iso3,
  oneOf,
  optional,
  optionalText,
  plain,
  wholeNumber,
} from './cells.ts';
import { referenceFile } from './reference-file.ts';
import { followUprCalendar } from './upr-reviews.ts';

export const treatyStatus = referenceFile({
  name: 'treaty_status.csv',
  key: ['iso3', 'treaty'],
  rows: z.object({
    iso3,
    treaty: code,
    status: oneOf('party', 'signatory', 'denounced'),
    signed_on: optional(factDate),
    bound_on: optional(factDate),
    how: optional(oneOf('accession', 'ratification', 'succession', 'accession or ratification')),
    in_force_on: optional(factDate),
    cat_art20_inquiry: optionalText,
    cat_art21_interstate: optional(oneOf('yes', 'no')),
    cat_art22_individual: optional(oneOf('yes', 'no')),
    opcat_art24_part: optional(oneOf('III', 'IV')),
    opcat_art24_until: optional(factDate),
    notes: optionalText,
    confidence,
    as_of: optional(factDate),
    source: plain,
  }),
  async store({ trx }, rows, fault) {
    const countries = await listCountryIds(trx);
    const instruments = await listInstrumentIds(trx);
    const values = rows.flatMap(({ line, row }): ReferenceRow[] => {
      const { iso3: country, treaty, ...facts } = row;
      const countryId = countries.get(country);
      const instrumentId = instruments.get(treaty);
      if (countryId === undefined) fault(line, `the country "${country}" is not in countries.csv`);
      if (instrumentId === undefined) fault(line, `the treaty "${treaty}" is not in instruments.csv`);
      if (row.how === 'ratification' && row.signed_on && row.bound_on && row.signed_on > row.bound_on) {
        fault(line, `bound on ${row.bound_on}, before it was signed on ${row.signed_on}`);
      }
      if (countryId === undefined || instrumentId === undefined) return [];
      return [{ ...facts, country_id: countryId, instrument_id: instrumentId }];
    });
    return syncReferenceRows(trx, 'treaty_status', ['country_id', 'instrument_id'], values);
  },
});

export const mechanisms = referenceFile({
  name: 'npms.csv',
  key: ['iso3'],
  rows: z.object({
    iso3,
    status: oneOf('operational', 'designated', 'partial', 'in transition', 'unclear', 'not designated'),
    npm_name: optionalText,
    npm_name_en: optionalText,
    kind: oneOf('ombuds', 'ombuds-plus', 'nhri', 'new', 'several', 'none'),
    designated_year: optional(factDate),
    legal_basis: optionalText,
    confidence,
    source: plain,
    notes: optionalText,
  }),
  async store({ trx }, rows, fault) {
    const countries = await listCountryIds(trx);
    const values = rows.flatMap(({ line, row }): ReferenceRow[] => {
      const countryId = countries.get(row.iso3);
      if (countryId === undefined) fault(line, `the country "${row.iso3}" is not in countries.csv`);
      if (countryId === undefined) return [];
      const { status, legal_basis, confidence, source, notes } = row;
      const named = {
        name: row.npm_name,
        name_en: row.npm_name_en,
        model: row.kind,
        designated_on: row.designated_year,
      };
      return [
        { country_id: countryId, status, ...named, legal_basis, confidence, source, as_of: null, notes },
      ];
    });
    return syncReferenceRows(trx, 'preventive_mechanism', ['country_id'], values);
  },
});

export const uprCalendar = referenceFile({
  name: 'upr_calendar.csv',
  key: ['iso3', 'cycle'],
  rows: z.object({
    iso3,
    cycle: wholeNumber,
    session: optional(wholeNumber),
    session_starts_on: optional(factDate),
    session_ends_on: optional(factDate),
    previous_session: optional(wholeNumber),
    confidence,
    source: plain,
    notes: optionalText,
  }),
  async store(work, rows, fault) {
    const countries = await listCountryIds(work.trx);
    const values = rows.flatMap(({ line, row }): ReferenceRow[] => {
      const { iso3: country, session_starts_on, session_ends_on, ...facts } = row;
      const countryId = countries.get(country);
      if (countryId === undefined) fault(line, `the country "${country}" is not in countries.csv`);
      if (countryId === undefined) return [];
      return [{ ...facts, country_id: countryId, starts_on: session_starts_on, ends_on: session_ends_on }];
    });
    const calendar = await syncReferenceRows(work.trx, 'upr_review', ['country_id', 'cycle'], values);
    const reviews = await followUprCalendar(work);
    // a row that is new, and the review made of it, are one addition
    return {
      added: Math.max(calendar.added, reviews.added),
      changed: Math.max(calendar.changed, reviews.changed),
    };
  },
});
