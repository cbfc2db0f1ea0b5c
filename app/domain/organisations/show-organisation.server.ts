import { levelName } from '#db/levels.ts';
import { listCommitments, listOwnPromisesTo } from '#db/queries/commitment-list.ts';
import { listOpenFollowUps } from '#db/queries/follow-up-glances.ts';
import { listLastMet } from '#db/queries/organisation-list.ts';
import {
  countMeetingsWith,
  findOrganisation,
  listMembers,
  type MemberRow,
} from '#db/queries/organisation-record.ts';
import { adviceAt } from '../advice/list-advice.server.ts';
import { glanceCommitments } from '../commitments/glance-commitments.server.ts';
import { glanceFollowUps } from '../follow-ups/glance-follow-ups.server.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { today, type Context } from '../kernel/context.ts';
import type { Paging } from '../kernel/cursor.ts';
import { NotFound } from '../kernel/errors.ts';
import { addDays } from '../kernel/fields.ts';
import { isRef } from '../kernel/refs.ts';
import { countryLabel, readingOf, termLabel } from '../reference/labels.server.ts';
import { readTimeline } from '../timeline/read-timeline.server.ts';

/** How many are shown beside the timeline; the registers show the rest. */
const BESIDE = 6;

/** An organisation and everything that touched it, as far as the actor sees. Throws NotFound. */
export async function showOrganisation(context: Context, ref: string, paging: Paging) {
  const { db, actor } = context;
  const row = isRef(ref) ? await findOrganisation(db, ref) : undefined;
  if (!row) throw new NotFound();
  const of = { organisationId: row.id };
  const day = today(context);
  const members = await listMembers(db, actor, row.id);
  const lastMet = await listLastMet(db, actor, [row.id], day);
  return {
    ref: row.ref,
    name: row.name,
    acronym: row.acronym,
    otherNames: row.otherNames,
    partnerType: termLabel(context, row.partner_type_id),
    country: row.country_id === null ? null : countryLabel(context, row.country_id),
    parent: row.parent_ref === null ? null : { ref: row.parent_ref, name: row.parent_name ?? '' },
    owner: row.owner_name,
    website: safeLink(row.website),
    lastMetOn: lastMet.get(row.id) ?? null,
    heldInYear: await countMeetingsWith(db, actor, row.id, { from: addDays(day, -365), to: day }),
    ...peopleOf(members, day),
    timeline: await readTimeline(context, { of: 'organisation', id: row.id }, { paging }),
    advice: (await adviceAt(context, of, {}, BESIDE)).advice,
    theirs: glanceCommitments(
      await listCommitments(db, actor, { ...of, side: 'theirs', status: 'open' }, { limit: BESIDE }),
    ),
    ours: glanceCommitments(await listOwnPromisesTo(db, actor, of, BESIDE)),
    followUps: await glanceFollowUps(context, await listOpenFollowUps(db, actor, of, BESIDE)),
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

function peopleOf(rows: readonly MemberRow[], day: string) {
  const members = rows.map((row) => ({
    ref: row.person_ref,
    name: row.name,
    title: row.title,
    atRisk: row.at_risk === 1,
    level: levelName(row.level),
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
  const isOver = ({ untilOn }: { untilOn: string | null }) =>
    untilOn !== null && untilOn < day.slice(0, untilOn.length);
  return { people: members.filter((one) => !isOver(one)), earlier: members.filter(isOver) };
}

/** Only an address of the web becomes a link. */
function safeLink(website: string | null): string | null {
  return website !== null && /^https?:\/\//i.test(website) ? website : null;
}
