import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPasted } from '#app/domain/recommendations/read-pasted.ts';

const STATES: Record<string, string> = { denmark: 'DNK', 'côte d’ivoire': 'CIV', chile: 'CHL' };
const iso3Of = (name: string): string | undefined => STATES[name.trim().toLowerCase()];
const read = (text: string) => readPasted(text, iso3Of);

it('takes one recommendation a line, without bullets and blank lines', () => {
  expect(read('Ratify the Optional Protocol\n\n  • Publish the report\r\n- Fund the mechanism')).toEqual([
    { number: '', text: 'Ratify the Optional Protocol', by: '' },
    { number: '', text: 'Publish the report', by: '' },
    { number: '', text: 'Fund the mechanism', by: '' },
  ]);
});

it('joins the lines of a numbered list to its numbers', () => {
  const text = `133.12 Ratify the Optional Protocol
    to the Convention (Denmark);
133.13. Bring the definition of torture into line
    with article 1 (Chile, Denmark);
14) End secret detention
(a) Record every arrest`;
  expect(read(text)).toEqual([
    { number: '133.12', text: 'Ratify the Optional Protocol to the Convention', by: 'DNK' },
    {
      number: '133.13',
      text: 'Bring the definition of torture into line with article 1 (Chile, Denmark)',
      by: '',
    },
    { number: '14)', text: 'End secret detention', by: '' },
    { number: '(a)', text: 'Record every arrest', by: '' },
  ]);
});

it('takes a State in brackets as the one that recommends, and leaves other brackets where they are', () => {
  expect(read('Abolish the death penalty (Côte d’Ivoire)')).toMatchObject([
    { text: 'Abolish the death penalty', by: 'CIV' },
  ]);
  expect(read('Amend the code (articles 198 to 203)')).toMatchObject([
    { text: 'Amend the code (articles 198 to 203)', by: '' },
  ]);
});

it('makes a row of every line that is not blank, whatever is pasted, and loses no word of a plain list', () => {
  const line = fc.stringMatching(/^[B-Zb-z][a-z ]{0,40}[a-z]$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      expect(read(lines.join('\n\n')).map(({ text }) => text)).toEqual(lines.map((one) => one.trim()));
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      for (const row of read(text)) expect(row.number.length).toBeLessThanOrEqual(30);
    }),
  );
});
