import { listLatestInCountries, listPlanned } from '#db/queries/desk.ts';
import { countDueFollowUps, listOpenFollowUps } from '#db/queries/follow-up-glances.ts';
import { listObjectives } from '#db/queries/objective-list.ts';
import { readsRecords } from '#db/visibility.ts';
import { myDrafts } from '../drafts/my-drafts.server.ts';
import { glanceFollowUps } from '../follow-ups/glance-follow-ups.server.ts';
import { mayEditInteraction, mayLogInteraction } from '../interactions/policy.ts';
import { today, type Context } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import { glanceObjectives } from '../objectives/glance-objectives.server.ts';
import { STALLS_AFTER } from '../objectives/stalled.ts';
import { readingOf } from '../reference/labels.server.ts';
import { myDeadlines } from '../reviews/my-deadlines.server.ts';
import { glanceAt } from '../timeline/read-timeline.server.ts';

const MOST_DUE = 30;
const MOST_STALLED = 5;
/** Planned meetings of the coming weeks, and those whose day passed without a word. */
const AHEAD = 21;
const BEHIND = 60;

/** What waits for the actor today, and what is new in the countries of their teams. */
export async function showDesk(context: Context) {
  const { db, actor, reference } = context;
  const day = today(context);
  const countryIds = reference.countries
    .filter(({ teamIds }) => teamIds.some((id) => actor.teamIds.includes(id)))
    .map(({ id }) => id);
  const week = { assigneeId: actor.accountId, dueUntil: addDays(day, 7), today: day };
  return {
    readsRecords: readsRecords(actor),
    isAdministrator: actor.roles.includes('administrator'),
    hasTeam: actor.teamIds.length > 0,
    mayLog: mayLogInteraction(actor),
    due: await glanceFollowUps(context, await listOpenFollowUps(db, actor, week, MOST_DUE)),
    dueNow: await countDueFollowUps(db, actor, day),
    deadlines: await myDeadlines(context),
    stalled: await stalledObjectives(context, day),
    drafts: await myDrafts(context),
    planned: await plannedMeetings(context, countryIds, day),
    latest: await glanceAt(context, await listLatestInCountries(db, actor, countryIds, 8)),
    reading: readingOf(context),
  };
}

/** My objectives that have not moved for long, the longest first. */
async function stalledObjectives(context: Context, day: string) {
  const filter = { ownerId: context.actor.accountId, stalledSince: addDays(day, -STALLS_AFTER) };
  const page = { sort: 'moved_asc' as const, limit: MOST_STALLED };
  return glanceObjectives(context, await listObjectives(context.db, context.actor, filter, page));
}

export type DeskPage = Awaited<ReturnType<typeof showDesk>>;

async function plannedMeetings(context: Context, countryIds: readonly number[], day: string) {
  const { db, actor } = context;
  const window = { countryIds, from: addDays(day, -BEHIND), to: addDays(day, AHEAD) };
  const rows = await listPlanned(db, actor, window, 8);
  const byPlace = await glanceAt(
    context,
    rows.map(({ id }) => id),
  );
  return byPlace.map((meeting, index) => {
    const row = rows[index];
    const mayEdit =
      row !== undefined &&
      mayEditInteraction(actor, {
        authorId: row.author_id,
        owningTeamId: row.owning_team_id,
        staffIds: row.attends === 1 ? [actor.accountId] : [],
      });
    return { ...meeting, mayHold: mayEdit && meeting.on <= day };
  });
}
