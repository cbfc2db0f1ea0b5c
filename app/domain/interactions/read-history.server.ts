import { withPlainMentions } from '../mentions/mention.ts';
import { listVisibleInteractionDays } from '#db/queries/advice-record.ts';
import { listHistory, type HistoryRow } from '#db/queries/audit.ts';
import { listVisibleChildIds } from '#db/queries/interaction-record.ts';
import { listVisibleObjectivesByRef } from '#db/queries/objective-links.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import { listAccountNamesByRef } from '#db/queries/staff.ts';
import type { VocabularyName } from '#db/schema/reference.ts';
import { readChanges } from '../kernel/audit-chain.server.ts';
import type { Change } from '../kernel/audit-entry.ts';
import type { Context } from '../kernel/context.ts';
import { spokenCode } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { objectiveTitle } from './name-objectives.server.ts';
import type { WholeInteraction } from './read-interaction.server.ts';

export interface HistoryEntry {
  at: string;
  who: string;
  action: string;
  /** Each field with its text before and after; '' for nothing. */
  changes: { field: string; before: string; after: string }[];
}

const MOST = 100;

/**
 * What was done to an interaction and to what hangs on it, newest first. People are named in the audit by ref: one whom
 * the actor may not see is left out, and so is an event that was about nobody else.
 */
export async function readHistory(context: Context, whole: WholeInteraction): Promise<HistoryEntry[]> {
  const sources: Record<string, number[]> = {
    interaction: [whole.id],
    assessment: whole.assessment ? [whole.assessment.id] : [],
    ...(await listVisibleChildIds(context.db, context.actor, whole.id)),
  };
  const rows: HistoryRow[] = [];
  for (const [noun, ids] of Object.entries(sources))
    rows.push(...(await listHistory(context.db, noun, ids, MOST)));
  rows.sort((a, b) => b.id - a.id);
  return tellHistory(context, rows.slice(0, MOST));
}

/** The words for some events of the audit, in their order. The caller has shown that the actor may see the records. */
export async function tellHistory(context: Context, rows: readonly HistoryRow[]): Promise<HistoryEntry[]> {
  const events = rows.map((row) => ({ row, changes: readChanges(context.keys, row.id, row.body) }));
  const names = await namesIn(
    context,
    events.map(({ changes }) => changes),
  );
  return events.flatMap(({ row, changes }) => {
    // the mission it is a part of may be hidden, and its page tells it to those who see it
    const { interaction: _thisOne, part_of: _whole, ...told } = withKnownEvidence(names, changes);
    const shown = Object.entries(told).flatMap(([field, [before, after]]) => {
      const texts = {
        before: inWords(context, names, field, before),
        after: inWords(context, names, field, after),
      };
      return texts.before === texts.after ? [] : [{ field, ...texts }];
    });
    const aboutTheHidden = Object.keys(changes).length > 0 && shown.length === 0;
    if (aboutTheHidden) return [];
    return [{ at: row.at, who: row.actor_name ?? 'Rapport', action: row.action, changes: shown }];
  });
}

type Names = Map<string, string>;

/** Evidence in a meeting that is hidden reads as the step itself shows it: as the document beside it, or our word. */
function withKnownEvidence(names: Names, changes: Record<string, Change>): Record<string, Change> {
  const { evidence, evidence_link: link } = changes;
  if (!evidence) return changes;
  const left = link?.[1] ? 'document' : 'staff_judgement';
  const known = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(MEETING) && !names.has(value.slice(MEETING.length))
      ? left
      : value;
  return { ...changes, evidence: [known(evidence[0]), known(evidence[1])] };
}

const MEETING = 'interaction:';

/** The names of everybody whom some changes mention, partners and colleagues, as far as the actor sees them. */
async function namesIn(context: Context, all: Record<string, Change>[]): Promise<Names> {
  const { db, actor } = context;
  const text = JSON.stringify(all);
  const refs = [
    ...new Set(
      [...text.matchAll(/"(?:person:|organisation:|interaction:)?([0-9a-hjkmnp-tv-z]{10})"/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  ];
  const people = await listVisiblePeopleByRef(db, actor, refs);
  const organisations = await listOrganisationsByRef(db, refs);
  const accounts = await listAccountNamesByRef(db, refs);
  const meetings = text.includes('"interaction:') ? await listVisibleInteractionDays(db, actor, refs) : [];
  const objectives = (await listVisibleObjectivesByRef(db, actor, refs)).map((one) => ({
    ref: one.ref,
    name: objectiveTitle(context, one),
  }));
  const dated = meetings.map((one) => ({ ref: one.ref, name: `interaction of ${one.occurred_on}` }));
  const named = [...people, ...organisations, ...accounts, ...objectives, ...dated];
  return new Map(named.map((one) => [one.ref, one.name]));
}

/** Fields that hold codes or refs; every other field is a text of its author, shown as it was written. */
const VOCABULARIES: Record<string, VocabularyName> = {
  kind: 'interaction_kind',
  topic: 'advice_topic',
  status: 'advice_status',
  work_areas: 'work_area',
  stage: 'objective_stage',
  stance: 'stance',
  workArea: 'work_area',
  sensitivity: 'sensitivity',
};
/** Objectives are named as far as the reader sees them. */
const OBJECTIVES = 'objectives';
const COLLEAGUES = new Set(['staff', 'readers', 'assignee', 'owner']);
const PARTNERS = new Set(['by', 'recipients']);
const CODES = new Set(['instrument', 'instruments', 'attribution', 'evidence', 'provision']);

function inWords(context: Context, names: Names, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '' || value === false) return '';
  if (value === true) return 'yes';
  if (Array.isArray(value)) {
    return value
      .map((one) => inWords(context, names, field, one))
      .filter((one) => one !== '')
      .join(', ');
  }
  if (typeof value === 'object') return partnerInWords(names, value as Record<string, unknown>);
  const text = String(value);
  const { reference, actor } = context;
  const vocabulary = Object.hasOwn(VOCABULARIES, field) ? VOCABULARIES[field] : undefined;
  const term = vocabulary && reference.findTerm(vocabulary, text);
  if (term) return labelOf(term.labels, actor.language);
  const country = field === 'countries' || field === 'country' ? reference.findCountry(text) : undefined;
  if (country) return labelOf(country.names, actor.language);
  if (COLLEAGUES.has(field) || field === OBJECTIVES) return names.get(text) ?? '';
  if (PARTNERS.has(field)) return text === 'us' ? 'us' : (names.get(text.slice(text.indexOf(':') + 1)) ?? '');
  if (field === 'objective') return names.get(text) ?? '';
  if (field === 'evidence' && text.startsWith(MEETING)) return names.get(text.slice(MEETING.length)) ?? '';
  return CODES.has(field) ? spokenCode(text) : withPlainMentions(text);
}

/** "Afi Mensah, Director of legislation (Ministry of Justice)"; '' for somebody hidden. */
function partnerInWords(names: Names, partner: Record<string, unknown>): string {
  const organisation =
    typeof partner['organisation'] === 'string' ? (names.get(partner['organisation']) ?? '') : '';
  if (typeof partner['person'] !== 'string') return organisation;
  const person = names.get(partner['person']);
  if (!person) return '';
  const title =
    typeof partner['title'] === 'string' && partner['title'] !== ''
      ? `${person}, ${partner['title']}`
      : person;
  return organisation === '' ? title : `${title} (${organisation})`;
}
