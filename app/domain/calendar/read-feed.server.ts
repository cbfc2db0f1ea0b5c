import type { Db } from '#db/client.ts';
import { findActiveActor } from '#db/queries/actors.ts';
import { findOpenFeed, type Feed } from '#db/queries/calendar-feeds.ts';
import type { CalendarFilter } from '#db/queries/calendar-walks.ts';
import { readsRecords } from '#db/visibility.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { currentReference } from '../reference/reference.server.ts';
import type { CalendarEntry } from './entry.ts';
import { feedEntries } from './feed-entries.server.ts';
import { hashOfFeedToken, isFeedToken } from './feed-token.server.ts';
import { feedSubject } from './list-feeds.server.ts';
import { ofTeams } from './read-question.server.ts';

export interface FeedContent {
  /** The team or the country by name; '' for the owner's own. */
  subject: string;
  entries: CalendarEntry[];
}

/**
 * What the feed at a secret address tells, to whoever asks: what its owner may see at this moment. Throws NotFound for
 * an address that never was, was revoked, or whose owner has left, reads no records or is no longer in the team.
 */
export async function readFeed(
  server: Pick<Context, 'now' | 'keys' | 'random' | 'filesDirectory'> & { db: Db },
  token: string,
): Promise<FeedContent> {
  const feed = isFeedToken(token) ? await findOpenFeed(server.db, hashOfFeedToken(token)) : undefined;
  const actor = feed && (await findActiveActor(server.db, feed.account_id));
  if (!feed || !actor || !readsRecords(actor)) throw new NotFound();
  const reference = await currentReference(server.db);
  const context: Context = { ...server, actor, zone: actor.zone, reference };
  const filter = filterOf(context, feed);
  return { subject: feedSubject(context, feed), entries: await feedEntries(context, filter) };
}

function filterOf(context: Context, feed: Feed): CalendarFilter {
  if (feed.country_id !== null) return { countryId: feed.country_id };
  if (feed.team_id === null) return { accountId: feed.account_id };
  if (!context.actor.teamIds.includes(feed.team_id)) throw new NotFound();
  return ofTeams(context, [feed.team_id]);
}
