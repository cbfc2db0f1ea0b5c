import { listOpenFeeds, type Feed } from '#db/queries/calendar-feeds.ts';
import { readsRecords } from '#db/visibility.ts';
import { makeRef } from '../kernel/refs.ts';
import type { Context } from '../kernel/context.ts';
import { countryChoices } from '../reference/filters.server.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';
import { MOST_FEEDS } from './open-feed.server.ts';

/** The actor's feeds, and what another one could be of. */
export async function listFeeds(context: Context) {
  const { db, actor, reference, random } = context;
  const feeds = await listOpenFeeds(db, actor.accountId, MOST_FEEDS);
  const teams = reference.teams.filter(({ id }) => actor.teamIds.includes(id));
  return {
    feeds: feeds.map((feed) => ({
      ref: feed.ref,
      scope: feed.scope,
      name: feedSubject(context, feed),
      createdAt: feed.created_at,
      /** A feed of a team that the actor has left answers nothing. */
      answers: feed.team_id === null || actor.teamIds.includes(feed.team_id),
    })),
    choices: [
      { value: 'mine', label: 'Mine' },
      ...teams.map(({ ref, name }) => ({ value: `team:${ref}`, label: name, group: 'My teams' })),
      ...countryChoices(context).map(({ value, label }) => ({
        value: `country:${value}`,
        label,
        group: 'Countries',
      })),
    ],
    readsRecords: readsRecords(actor),
    key: makeRef(random) + makeRef(random),
    reading: readingOf(context),
  };
}

export type FeedsPage = Awaited<ReturnType<typeof listFeeds>>;

/** The team or the country of a feed by name; '' for one's own. */
export function feedSubject(context: Context, feed: Pick<Feed, 'team_id' | 'country_id'>): string {
  if (feed.team_id !== null) return context.reference.teamById(feed.team_id).name;
  return feed.country_id === null ? '' : countryLabel(context, feed.country_id).name;
}
