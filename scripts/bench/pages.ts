import { pathTo } from '#app/paths.ts';
import type { Reader } from './reader.ts';

export const pageNames = ['list', 'country', 'filter', 'deep', 'log'] as const;
export type PageName = (typeof pageNames)[number];
export type ReadingPage = Exclude<PageName, 'log'>;

export const titles: Record<PageName, string> = {
  list: 'interactions, newest',
  country: 'busiest country',
  filter: 'country and work area',
  deep: 'a page far down',
  log: 'log an interaction',
};

/** Fetches a page as the reader. Throws unless the answer is the page itself. */
export type Fetch = (path: string) => Promise<string>;

export async function pathOf(page: ReadingPage, reader: Reader, get: Fetch): Promise<string> {
  if (page === 'country') return pathTo.country(reader.country);
  if (page === 'filter') return pathTo.interactions({ country: reader.country, work_area: reader.workArea });
  return page === 'deep' ? deepPath(reader, get) : pathTo.interactions();
}

/**
 * The address of a page of the plain list with nine tenths of the rows above it, as "older" leads to it. The place
 * is found by a date; then the date is left out, so that only the keyset place remains.
 */
async function deepPath(reader: Reader, get: Fetch): Promise<string> {
  const near = pathTo.interactions({ to: reader.longAgo });
  const links = (await get(near)).match(/<a [^>]*>/g) ?? [];
  const href = /href="([^"]+)"/.exec(links.find((link) => link.includes('rel="next"')) ?? '')?.[1];
  if (!href) throw new Error(`No link to older interactions was found on ${near}.`);
  const older = new URL(href.replaceAll('&amp;', '&'), 'http://here.invalid');
  older.searchParams.delete('to');
  return `${older.pathname}${older.search}`;
}
