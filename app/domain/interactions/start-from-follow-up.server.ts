import { levelName } from '#db/levels.ts';
import { listPromiseLinks, listVisibleParticipants } from '#db/queries/interaction-reads.ts';
import { findVisibleFollowUp } from '#db/queries/promise-reads.ts';
import type { Context } from '../kernel/context.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { NotFound } from '../kernel/errors.ts';
import { readText } from '../kernel/sealed-text.server.ts';

const RESTRICTED = 2;

/** What the meeting that fulfils a follow-up is about: its words, work areas, countries and the partners of its origin. */
export async function startFromFollowUp(context: Context, ref: string) {
  const { db, actor, keys, reference } = context;
  const row = await findVisibleFollowUp(db, actor, ref);
  if (!row) throw new NotFound();
  if (row.level >= RESTRICTED) {
    await recordOpening(context, {
      action: 'interaction.opened',
      noun: 'follow_up',
      id: row.id,
      ref,
      changes: {},
    });
  }
  const links = (await listPromiseLinks(db, 'follow_up', [row.id])).get(row.id);
  const partners =
    row.interaction_id === null ? [] : await listVisibleParticipants(db, actor, [row.interaction_id]);
  return {
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
