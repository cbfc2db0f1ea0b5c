import type { StanceRow } from '#db/queries/objective-reads.ts';
import type { Context } from '../kernel/context.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { termLabel } from '../reference/labels.server.ts';
import { shownMeeting, type ShownMeeting } from './tell-moves.server.ts';

export interface ToldStance {
  ref: string;
  /** Code and label of the vocabulary `stance`. */
  stance: string;
  label: string;
  on: string;
  meeting: ShownMeeting | null;
  note: string;
  author: string;
}

/** One partner: where they stand now, and before that. */
export interface PartnerStances {
  key: string;
  name: string;
  kind: 'organisation' | 'person';
  partnerRef: string;
  latest: ToldStance;
  /** The earlier ones, the latest first. */
  before: ToldStance[];
}

/** By partner, those seen last first. `rows` come with the latest first. */
export function tellStances(context: Context, level: number, rows: readonly StanceRow[]): PartnerStances[] {
  const partners = new Map<string, PartnerStances>();
  for (const row of rows) {
    const kind = row.person_ref === null ? 'organisation' : 'person';
    const partnerRef = row.person_ref ?? row.organisation_ref ?? '';
    const told = tellStance(context, level, row);
    const known = partners.get(`${kind}:${partnerRef}`);
    if (known) known.before.push(told);
    else {
      const name = row.person_name ?? row.organisation_name ?? '';
      const key = `${kind}:${partnerRef}`;
      partners.set(key, { key, name, kind, partnerRef, latest: told, before: [] });
    }
  }
  return [...partners.values()];
}

function tellStance(context: Context, level: number, row: StanceRow): ToldStance {
  return {
    ref: row.ref,
    stance: context.reference.termById(row.stance_id).code,
    label: termLabel(context, row.stance_id),
    on: row.observed_on,
    meeting: shownMeeting(row),
    note:
      row.note === null ? '' : readText(context.keys, level, `objective_stance|note|${row.ref}`, row.note),
    author: row.author_name,
  };
}
