import { levelName } from '#db/levels.ts';
import { listPromiseLinks, listVisibleParticipants } from '#db/queries/interaction-reads.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import { mayCompleteFollowUp } from '../follow-ups/policy.ts';
import { recordFollowUpOpening } from '../follow-ups/record-opening.server.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';

/** What the meeting that fulfils a follow-up is about: its words, work areas, countries and the partners of its origin. */
export async function startFromFollowUp(context: Context, ref: string) {
  const { db, actor, keys, reference } = context;
  const row = isRef(ref) ? await findVisibleFollowUp(db, actor, ref) : undefined;
  if (!row || row.archived_at !== null || row.origin_archived_at !== null) throw new NotFound();
  await recordFollowUpOpening(context, row);
  const links = (await listPromiseLinks(db, 'follow_up', [row.id])).get(row.id);
  const partners =
    row.interaction_id === null ? [] : await listVisibleParticipants(db, actor, [row.interaction_id]);
  return {
    /** Saving the meeting completes it, where it is open and the actor's to complete. */
    followUp: row.meaning === 'open' && mayCompleteFollowUp(actor, row) ? row.ref : '',
    // What comes of a closed meeting begins as closed as it.
    sensitivity: levelName(row.level),
    summary: readText(keys, row.level, `follow_up|title|${row.ref}`, row.title),
    workAreas: (links?.workAreas ?? []).map((id) => reference.termById(id).code),
    countries: (links?.countries ?? []).map((id) => reference.countryById(id).iso3),
    tokens: partners.flatMap((one) => {
      if (one.person_ref !== null) return [`person:${one.person_ref}`];
      return one.organisation_ref === null ? [] : [`organisation:${one.organisation_ref}`];
    }),
  };
}
