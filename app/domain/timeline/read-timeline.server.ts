import { levelName, type Level } from '#db/levels.ts';
import {
  findVisibleInteractionId,
  listInteractionLinks,
  listInteractionRows,
  listPartnersMet,
  listTimelineIds,
  type Place,
  type TimelineOf,
} from '#db/queries/timeline.ts';
import type { Context } from '../kernel/context.ts';
import { cursorOf, cutPage, type Paging, type Turn } from '../kernel/cursor.ts';
import { areaLabels, countryLabels, termLabel, type AreaLabel } from '../reference/labels.server.ts';

/** An interaction in a list. The words of a sealed one are not here: reading them is recorded. */
export interface InteractionGlance {
  ref: string;
  on: string;
  kind: string;
  /** '' where the record is sealed. */
  summary: string;
  level: Level;
  state: 'planned' | 'held' | 'cancelled';
  /** Organisations and people, as far as the actor sees them. */
  with: string[];
  countries: string[];
  areas: AreaLabel[];
}

export interface TimelineView {
  entries: InteractionGlance[];
  /** Cursors of the neighbouring pages; null at the ends. */
  newer: string | null;
  older: string | null;
}

export async function readTimeline(
  context: Context,
  timeline: TimelineOf,
  { paging = {}, limit = 20, state }: { paging?: Paging; limit?: number; state?: 'held' | 'planned' } = {},
): Promise<TimelineView> {
  const ids = await listTimelineIds(context.db, context.actor, timeline, {
    before: await placeOf(context, paging.before, LAST),
    after: await placeOf(context, paging.after, 0),
    state,
    limit: limit + 1,
  });
  const { rows, hasNewer, hasOlder } = cutPage(ids, limit, paging);
  const entries = await glanceAt(context, rows);
  const first = entries[0];
  const last = entries.at(-1);
  return {
    entries,
    newer: hasNewer && first ? cursorOf(first) : null,
    older: hasOlder && last ? cursorOf(last) : null,
  };
}

export const LAST = 2 ** 31 - 1;

/** Where a row is that the actor does not see (any more) must not be told: the page then turns at its day. */
export async function placeOf(
  { db, actor }: Context,
  turn: Turn | undefined,
  otherwise: number,
): Promise<Place | undefined> {
  if (!turn) return undefined;
  return { on: turn.on, id: (await findVisibleInteractionId(db, actor, turn.ref)) ?? otherwise };
}

/** Some interactions as lists show them, in the order of the ids. */
export async function glanceAt(context: Context, ids: readonly number[]): Promise<InteractionGlance[]> {
  const { db, actor } = context;
  const rows = await listInteractionRows(db, actor, ids);
  const participants = await listPartnersMet(db, actor, ids);
  const links = await listInteractionLinks(db, ids);
  const partners = new Map<number, Set<string>>();
  for (const row of participants) {
    const names = partners.get(row.interaction_id) ?? new Set();
    partners.set(row.interaction_id, names);
    const name = row.organisation_name ?? row.person_name ?? row.group_label;
    if (name) names.add(name);
  }
  return rows.map((row) => {
    const sealed = levelName(row.level) === 'sealed';
    return {
      ref: row.ref,
      on: row.occurred_on,
      kind: termLabel(context, row.kind_id),
      summary: sealed ? '' : row.summary,
      level: levelName(row.level),
      state: row.state,
      with: sealed ? [] : [...(partners.get(row.id) ?? [])],
      countries: countryLabels(context, links.get(row.id)?.countries ?? []).map(({ name }) => name),
      areas: areaLabels(context, links.get(row.id)?.workAreas ?? []),
    };
  });
}
