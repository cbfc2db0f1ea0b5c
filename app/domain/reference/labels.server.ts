import type { Context } from '../kernel/context.ts';
import { today } from '../kernel/context.ts';
import { labelOf } from './reference.server.ts';

/** What pages show of the reference data, in the reader's language. */

type Reader = Pick<Context, 'reference' | 'actor'>;

export interface AreaLabel {
  code: string;
  label: string;
  mark: string | null;
  hue: string | null;
}

export interface CountryLabel {
  iso3: string;
  name: string;
}

export function termLabel({ reference, actor }: Reader, id: number): string {
  return labelOf(reference.termById(id).labels, actor.language);
}

/** Work areas in the order of the vocabulary. */
export function areaLabels({ reference, actor }: Reader, ids: readonly number[]): AreaLabel[] {
  return ids
    .map((id) => reference.termById(id))
    .sort((a, b) => a.position - b.position)
    .map(({ code, labels, mark, hue }) => ({ code, label: labelOf(labels, actor.language), mark, hue }));
}

export function countryLabel({ reference, actor }: Reader, id: number): CountryLabel {
  const { iso3, names } = reference.countryById(id);
  return { iso3, name: labelOf(names, actor.language) };
}

/** Countries by name. */
export function countryLabels(context: Reader, ids: readonly number[]): CountryLabel[] {
  return ids
    .map((id) => countryLabel(context, id))
    .sort((a, b) => a.name.localeCompare(b.name, context.actor.language));
}

/** A code as people write it: "ICCPR-OP2", "Robben Island". */
export function spokenCode(code: string): string {
  return code.replaceAll('_', ' ');
}

/** Whose eyes read the page: for all formatting of dates and numbers. */
export function readingOf(context: Context): { language: string; zone: string; today: string } {
  return { language: context.actor.language, zone: context.zone, today: today(context) };
}
