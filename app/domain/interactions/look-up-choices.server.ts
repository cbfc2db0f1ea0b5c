import { fold, foldedWords } from '#db/fold.ts';
import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { labelOf } from '../reference/reference.server.ts';
import type { Named } from './form-choices.ts';

/** The lists of the form that are picked from by typing. */
export const LOOKED_UP = ['countries', 'instruments', 'staff', 'readers', 'assessmentReaders'] as const;
export type LookedUp = (typeof LOOKED_UP)[number];

const MOST = 10;

/**
 * Countries (by name in three languages or code), instruments (by code or title) or colleagues of whom every word
 * typed begins a word. Accents do not count. At most ten, those whose name begins so first.
 */
export async function lookUpChoices(context: Context, list: LookedUp, text: string): Promise<Named[]> {
  const words = foldedWords(text);
  if (words.length === 0) return [];
  const whole = fold(text);
  const found = (await offered(context, list)).filter(({ names }) => {
    const own = foldedWords(names);
    return words.every((word) => own.some((one) => one.startsWith(word)));
  });
  return found
    .map((one) => ({ ...one, place: fold(one.label).startsWith(whole) ? 0 : 1 }))
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST)
    .map(({ value, label }) => ({ value, label }));
}

async function offered(context: Context, list: LookedUp): Promise<(Named & { names: string })[]> {
  const { reference, actor, db } = context;
  if (list === 'countries') {
    return reference.countries.map(({ iso3, names, namesFolded }) => ({
      value: iso3,
      label: labelOf(names, actor.language),
      names: `${namesFolded} ${iso3}`,
    }));
  }
  if (list === 'instruments') {
    return reference.instruments
      .filter(({ retiredOn }) => !retiredOn)
      .map(({ code, titles }) => ({
        value: code,
        label: `${code.replaceAll('_', ' ')}: ${labelOf(titles, actor.language)}`,
        names: `${code} ${Object.values(titles).join(' ')}`,
      }));
  }
  return (await listStaff(db)).map(({ ref, name }) => ({ value: ref, label: name, names: name }));
}
