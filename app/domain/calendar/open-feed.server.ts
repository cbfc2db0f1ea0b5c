import { insertFeed, listOpenFeeds } from '#db/queries/calendar-feeds.ts';
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts';
import type { FeedScope } from '#db/schema/calendar.ts';
import { readsRecords } from '#db/visibility.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { hashOfFeedToken, makeFeedToken } from './feed-token.server.ts';

/** A person has a few calendars; more is a mistake or a script. */
export const MOST_FEEDS = 20;

export interface FeedForm {
  key: string;
  /** `mine`, `team:<ref>` or `country:<iso3>`. */
  what: string;
}

export type OpenFeedOutcome =
  /** The token is told once, here. */
  | { outcome: 'opened'; ref: string; token: string }
  /** The same form was posted before: its token cannot be told again. */
  | { outcome: 'already-opened'; ref: string }
  | { outcome: 'refused'; errors: FormErrors };

/** Opens a feed at a secret address: the reader's own, that of one of their teams, or of a country. Throws Forbidden. */
export async function openFeed(context: Context, { key, what }: FeedForm): Promise<OpenFeedOutcome> {
  const { db, actor, random, now } = context;
  if (!readsRecords(actor)) throw new Forbidden('Your account reads no records, so its calendar is empty.');
  const subject = subjectOf(context, what);
  if (!subject) return { outcome: 'refused', errors: { what: 'Choose whose calendar this is.' } };
  if (key.length < 8 || key.length > 80)
    return { outcome: 'refused', errors: { what: 'This form has no submission key. Open the page again.' } };
  const before = await findSubmission(db, actor.accountId, key);
  if (before) return { outcome: 'already-opened', ref: before.record_ref };
  if ((await listOpenFeeds(db, actor.accountId, MOST_FEEDS)).length >= MOST_FEEDS)
    return { outcome: 'refused', errors: { what: 'Revoke a feed that you no longer use first.' } };
  const [ref, token] = [makeRef(random), makeFeedToken(random)];
  const at = now.toISOString();
  const claimed = await commit(context, async ({ trx, record }) => {
    const submission = { account_id: actor.accountId, key, digest: what, record_ref: ref, created_at: at };
    if (!(await insertSubmission(trx, submission))) throw new KeyAlreadyUsed();
    const row = { ref, token_hash: hashOfFeedToken(token), account_id: actor.accountId, created_at: at };
    const id = await insertFeed(trx, { ...row, ...subject.columns });
    record({ action: 'feed.opened', noun: 'feed', id, ref, changes: { of: [null, subject.told] } });
    return true;
  }).catch((error: unknown) => {
    if (error instanceof KeyAlreadyUsed) return false;
    throw error;
  });
  return claimed ? { outcome: 'opened', ref, token } : { outcome: 'already-opened', ref: '' };
}

class KeyAlreadyUsed extends Error {}

interface Subject {
  columns: { scope: FeedScope; team_id: number | null; country_id: number | null };
  told: string;
}

function subjectOf({ actor, reference }: Context, what: string): Subject | undefined {
  const [scope, name = ''] = what.split(':', 2);
  if (what === 'mine')
    return { columns: { scope, team_id: null, country_id: null } as Subject['columns'], told: what };
  const team = scope === 'team' ? reference.findTeam(name) : undefined;
  if (team && actor.teamIds.includes(team.id))
    return { columns: { scope: 'team', team_id: team.id, country_id: null }, told: what };
  const country = scope === 'country' ? reference.findCountry(name) : undefined;
  return country && { columns: { scope: 'country', team_id: null, country_id: country.id }, told: what };
}
