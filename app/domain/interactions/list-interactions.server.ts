import { levelName, type Level } from '#db/levels.ts';
import { countFiltered, listFilteredPlaces, type InteractionFilter } from '#db/queries/interaction-list.ts';
import { countVisibleConsequences } from '#db/queries/consequence-counts.ts';
import { countInCountryAndArea } from '#db/queries/country-counts.ts';
import { countVisibleInCountry, countVisibleInteractions } from '#db/queries/tallies.ts';
import {
  listInteractionLinks,
  listInteractionRows,
  listPartnersMet,
  type PartnerMet,
} from '#db/queries/timeline.ts';
import type { Context } from '../kernel/context.ts';
import { cursorOf, cutPage, type Paging } from '../kernel/cursor.ts';
import { countryChoices, instrumentChoices, termChoices } from '../reference/filters.server.ts';
import {
  areaLabels,
  countryLabels,
  readingOf,
  termLabel,
  type AreaLabel,
  type CountryLabel,
} from '../reference/labels.server.ts';
import { LAST, placeOf } from '../timeline/read-timeline.server.ts';
import { mayLogInteraction } from './policy.ts';
import { LIST_WORDS, readListQuestion, type ListWords } from './read-list-question.server.ts';
import { withoutWord } from './without-word.ts';

const PAGE = 50;
/** Further than this nobody counts by looking: the page says "more than". */
const MOST_COUNTED = 1_000;

/** One line of the list. The words of a sealed record are not here: reading them is recorded. */
export interface InteractionLine {
  ref: string;
  on: string;
  kind: string;
  /** null where the record is sealed. */
  summary: string | null;
  level: Level;
  state: 'planned' | 'held' | 'cancelled';
  partners: PartnerLine[];
  countries: CountryLabel[];
  areas: AreaLabel[];
  advice: number;
  commitments: number;
  followUps: number;
}

export interface PartnerLine {
  organisation: { ref: string; name: string } | null;
  /** People by name, and groups by their number. */
  people: string[];
}

export interface ListRequest {
  words: ListWords;
  paging: Paging;
  oldestFirst: boolean;
}

/** The list with its filters, its count and the ways to narrow it. */
export async function listInteractions(context: Context, { words, paging, oldestFirst }: ListRequest) {
  const { db, actor } = context;
  const { filter, active } = await readListQuestion(context, words);
  const before = await placeOf(context, paging.before, LAST);
  const after =
    (await placeOf(context, paging.after, 0)) ?? (oldestFirst && !before ? { on: '', id: 0 } : undefined);
  const places = await listFilteredPlaces(db, actor, filter, {
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    limit: PAGE + 1,
  });
  const turned = oldestFirst && !paging.before ? { after: { on: '', ref: '' } } : paging;
  const { rows, hasNewer, hasOlder } = cutPage(places, PAGE, turned);
  const lines = await linesOf(
    context,
    rows.map(({ id }) => id),
  );
  const ordered = oldestFirst ? [...lines].reverse() : lines;
  const counted = await countRows(context, filter, active.length > 0);
  const [newest, oldest] = [lines[0], lines.at(-1)];
  return {
    lines: ordered,
    count: counted.number,
    countedAll: counted.isAll,
    newer: hasNewer && newest ? cursorOf(newest) : null,
    older: hasOlder && oldest && (!oldestFirst || paging.after || paging.before) ? cursorOf(oldest) : null,
    oldestFirst,
    active,
    widest: lines.length === 0 && active.length > 0 ? await widestFilter(context, words) : null,
    query: LIST_WORDS.flatMap((name): [string, string][] =>
      words[name] === '' ? [] : [[name, words[name]]],
    ),
    choices: {
      countries: countryChoices(context),
      areas: termChoices(context, 'work_area'),
      kinds: termChoices(context, 'interaction_kind'),
      instruments: instrumentChoices(context),
      teams: context.reference.teams.map(({ ref, name }) => ({ value: ref, label: name })),
      authors: [{ value: actor.ref, label: actor.name }],
    },
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

/** What is kept as a count is told whatever its size; what else is filtered is counted as far as MOST_COUNTED. */
async function countRows(context: Context, filter: InteractionFilter, isFiltered: boolean) {
  const kept = await keptCount(context, filter, isFiltered);
  if (kept) return { number: filter.state === 'held' ? kept.held : kept.logged, isAll: true };
  const found = await countFiltered(context.db, context.actor, filter, MOST_COUNTED + 1);
  return { number: Math.min(found, MOST_COUNTED), isAll: found <= MOST_COUNTED };
}

const KEPT = new Set(['countryId', 'workAreaId', 'state']);

/** The count of all, of a country, or of a work area in it; undefined for whatever else is asked. */
async function keptCount({ db, actor }: Context, filter: InteractionFilter, isFiltered: boolean) {
  if (!isFiltered) return countVisibleInteractions(db, actor);
  const { countryId, workAreaId, state } = filter;
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (countryId === undefined || asked.some(([name]) => !KEPT.has(name))) return undefined;
  if (state !== undefined && state !== 'held') return undefined;
  return workAreaId === undefined
    ? countVisibleInCountry(db, actor, countryId, { from: '0000-00', to: '9999-12' })
    : countInCountryAndArea(db, actor, countryId, workAreaId);
}

/** Which filter to let go of first: the one without which most rows would be found. */
async function widestFilter(
  context: Context,
  words: ListWords,
): Promise<{ name: string; label: string; count: number } | null> {
  let best: { name: string; label: string; count: number } | null = null;
  for (const { name, label } of (await readListQuestion(context, words)).active) {
    const { filter } = await readListQuestion(context, { ...words, ...withoutWord(name) });
    const count = await countFiltered(context.db, context.actor, filter, MOST_COUNTED + 1);
    if (count > (best?.count ?? 0)) best = { name, label, count };
  }
  return best;
}

/** Some interactions as the list shows them, in the order of the ids: five queries, whatever their number. */
export async function linesOf(context: Context, ids: readonly number[]): Promise<InteractionLine[]> {
  const { db, actor } = context;
  const rows = await listInteractionRows(db, actor, ids);
  const participants = await listPartnersMet(db, actor, ids);
  const links = await listInteractionLinks(db, ids);
  const consequences = await countVisibleConsequences(db, actor, ids);
  const partners = partnersOf(participants);
  return rows.map((row) => {
    const level = levelName(row.level);
    const sealed = level === 'sealed';
    return {
      ref: row.ref,
      on: row.occurred_on,
      kind: termLabel(context, row.kind_id),
      summary: sealed ? null : row.summary,
      level,
      state: row.state,
      partners: sealed ? [] : (partners.get(row.id) ?? []),
      countries: countryLabels(context, links.get(row.id)?.countries ?? []),
      areas: areaLabels(context, links.get(row.id)?.workAreas ?? []),
      ...(consequences.get(row.id) ?? { advice: 0, commitments: 0, followUps: 0 }),
    };
  });
}

function partnersOf(participants: readonly PartnerMet[]): Map<number, PartnerLine[]> {
  const found = new Map<number, PartnerLine[]>();
  for (const one of participants) {
    const lines = found.get(one.interaction_id) ?? [];
    found.set(one.interaction_id, lines);
    const ref = one.organisation_ref;
    let line = lines.find((other) => (other.organisation?.ref ?? null) === ref);
    if (!line) {
      const name = one.organisation_name ?? '';
      line = { organisation: ref === null ? null : { ref, name }, people: [] };
      lines.push(line);
    }
    if (one.person_name) line.people.push(one.person_name);
    else if (one.headcount !== null) line.people.push(groupInWords(one));
  }
  return found;
}

/** "24 police trainers (9 women)" */
function groupInWords(group: Pick<PartnerMet, 'headcount' | 'women' | 'group_label'>): string {
  const people = `${group.headcount} ${group.group_label ?? 'people'}`;
  return group.women ? `${people} (${group.women} women)` : people;
}
