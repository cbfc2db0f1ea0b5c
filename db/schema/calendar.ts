import type { Generated } from 'kysely';

export type FeedScope = 'mine' | 'team' | 'country';

export interface CalendarFeedTable {
  id: Generated<number>;
  ref: string;
  token_hash: string;
  account_id: number;
  scope: FeedScope;
  team_id: number | null;
  country_id: number | null;
  created_at: string;
  revoked_at: string | null;
}
