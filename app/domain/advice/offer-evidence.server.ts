import { listTimelineIds } from '#db/queries/timeline.ts';
import type { Context } from '../kernel/context.ts';
import { glanceAt } from '../timeline/read-timeline.server.ts';

/** A meeting that may show what became of advice. The words of a sealed one are not here. */
export interface EvidenceChoice {
  ref: string;
  on: string;
  summary: string;
  with: string[];
}

const MOST = 30;

/** The latest meetings since the advice was given, held in its country or with its recipient, newest first. */
export async function offerEvidence(
  context: Context,
  about: { countryId?: number | undefined; organisationId?: number | undefined; from: string },
): Promise<EvidenceChoice[]> {
  const { db, actor } = context;
  const page = { state: 'held' as const, limit: MOST };
  const inCountry =
    about.countryId === undefined
      ? []
      : await listTimelineIds(db, actor, { of: 'country', id: about.countryId }, page);
  const withThem =
    about.organisationId === undefined
      ? []
      : await listTimelineIds(db, actor, { of: 'organisation', id: about.organisationId }, page);
  const found = await glanceAt(context, [...new Set([...withThem, ...inCountry])]);
  return found
    .filter(({ on }) => on >= about.from)
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ ref, on, summary, with: partners }) => ({ ref, on, summary, with: partners.slice(0, 2) }));
}
