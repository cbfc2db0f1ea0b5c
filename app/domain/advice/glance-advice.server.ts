import { levelName, type Level } from '#db/levels.ts';
import { listLastStepDates } from '#db/queries/advice-record.ts';
import { listPromiseLinks, listVisibleRecipients } from '#db/queries/interaction-reads.ts';
import type { AdviceRow } from '#db/queries/advice-list.ts';
import type { Meaning } from '#db/schema/reference.ts';
import { clip } from '../kernel/clip.ts';
import type { Context } from '../kernel/context.ts';
import {
  areaLabels,
  countryLabels,
  spokenCode,
  termLabel,
  type AreaLabel,
} from '../reference/labels.server.ts';

/** A piece of advice in a list. The words of a sealed one are not here: reading them is recorded. */
export interface AdviceGlance {
  ref: string;
  on: string;
  /** The day of the last step: since when it stands where it stands. */
  since: string;
  topic: string;
  /** '' where the record is sealed. */
  text: string;
  level: Level;
  status: string;
  meaning: Meaning;
  instrument: { code: string; label: string } | null;
  recipients: PartnerLink[];
  countries: string[];
  areas: AreaLabel[];
}

export interface PartnerLink {
  kind: 'organisation' | 'person';
  ref: string;
  name: string;
}

export async function glanceAdvice(
  context: Context,
  rows: readonly AdviceRow[],
  longest?: number,
): Promise<AdviceGlance[]> {
  const { db, actor } = context;
  const ids = rows.map(({ id }) => id);
  const recipients = await listVisibleRecipients(db, actor, ids);
  const links = await listPromiseLinks(db, 'advice', ids);
  const since = await listLastStepDates(db, ids);
  return rows.map((row) => {
    const level = levelName(row.level);
    return {
      ref: row.ref,
      on: row.given_on,
      since: since.get(row.id) ?? row.given_on,
      topic: termLabel(context, row.topic_id),
      text: level === 'sealed' ? '' : clip(row.body, longest),
      level,
      status: termLabel(context, row.status_id),
      meaning: row.meaning,
      instrument: instrumentOf(context, row),
      recipients:
        level === 'sealed' ? [] : recipients.filter((one) => one.advice_id === row.id).flatMap(partnerLink),
      countries: countryLabels(context, links.get(row.id)?.countries ?? []).map(({ name }) => name),
      areas: areaLabels(context, links.get(row.id)?.workAreas ?? []),
    };
  });
}

/** The instrument with the provision, where one is named: "OPCAT, 18". */
function instrumentOf({ reference }: Context, row: AdviceRow) {
  if (row.instrument_id === null) return null;
  const { code } = reference.instrumentById(row.instrument_id);
  const provision = row.provision_id === null ? '' : `, ${reference.provisionById(row.provision_id).code}`;
  return { code, label: `${spokenCode(code)}${provision}` };
}

interface PartnerColumns {
  organisation_ref: string | null;
  organisation_name: string | null;
  person_ref: string | null;
  person_name: string | null;
}

/** Who is meant by a row that names an organisation, a person, or nobody whom the actor may see. */
export function partnerLink(row: PartnerColumns): PartnerLink[] {
  if (row.person_ref !== null) return [{ kind: 'person', ref: row.person_ref, name: row.person_name ?? '' }];
  if (row.organisation_ref === null) return [];
  return [{ kind: 'organisation', ref: row.organisation_ref, name: row.organisation_name ?? '' }];
}
