import { levelName } from '#db/levels.ts';
import { listOwnPromisesTo, listPromisesOfPerson } from '#db/queries/commitment-list.ts';
import { listOpenFollowUps } from '#db/queries/follow-up-glances.ts';
import { listPositionsOf, listOrganisationRefs } from '#db/queries/partners.ts';
import { findVisiblePerson, listLastMetPeople } from '#db/queries/person-list.ts';
import { adviceAt } from '../advice/list-advice.server.ts';
import { glanceCommitments } from '../commitments/glance-commitments.server.ts';
import { glanceFollowUps } from '../follow-ups/glance-follow-ups.server.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import type { Paging } from '../kernel/cursor.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';
import { readTimeline } from '../timeline/read-timeline.server.ts';

const RESTRICTED = 2;
/** How many are shown beside the timeline; the registers show the rest. */
const BESIDE = 6;

/**
 * A person and everything that touched them, as far as the actor sees. Throws NotFound for one who does not exist and
 * for one who is hidden alike. The opening of a restricted or sealed person is recorded.
 */
export async function showPerson(context: Context, ref: string, paging: Paging) {
  const { db, actor } = context;
  const row = isRef(ref) ? await findVisiblePerson(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  const of = { personId: row.id };
  const day = today(context);
  const level = levelName(row.level);
  if (row.level >= RESTRICTED) {
    await recordOpening(context, {
      action: 'person.opened',
      noun: 'person',
      id: row.id,
      ref: row.ref,
      changes: {},
      sealed: level === 'sealed',
    });
  }
  return {
    ref: row.ref,
    name: row.name,
    isCodeName: row.is_code_name === 1,
    atRisk: row.at_risk === 1,
    level,
    languages: row.languages,
    reach: row.reach,
    consentBasis: row.consent_basis,
    consentReviewOn: row.consent_review_on,
    team: row.team_name,
    lastMetOn: (await listLastMetPeople(db, actor, [row.id], day)).get(row.id) ?? null,
    positions: await positionsOf(context, row.id, day),
    timeline: await readTimeline(context, { of: 'person', id: row.id }, { paging }),
    advice: (await adviceAt(context, of, {}, BESIDE)).advice,
    theirs: glanceCommitments(await listPromisesOfPerson(db, actor, row.id, BESIDE)),
    ours: glanceCommitments(await listOwnPromisesTo(db, actor, of, BESIDE)),
    followUps: await glanceFollowUps(context, await listOpenFollowUps(db, actor, of, BESIDE)),
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

async function positionsOf(context: Context, personId: number, day: string) {
  const rows = await listPositionsOf(context.db, [personId]);
  const refs = await listOrganisationRefs(
    context.db,
    rows.map((row) => row.organisation_id),
  );
  return rows.map((row) => ({
    title: row.title,
    organisation: { ref: refs.get(row.organisation_id) ?? '', name: row.organisation },
    country: row.country_id === null ? null : countryLabel(context, row.country_id).name,
    fromOn: row.from_on,
    untilOn: row.until_on,
    isOver: row.until_on !== null && row.until_on < day.slice(0, row.until_on.length),
  }));
}
