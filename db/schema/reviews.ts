import type { Generated } from 'kysely';

// Reviews of States by international bodies, our deadlines before them, and the recommendations that came of them.

export type ReviewState = 'expected' | 'held' | 'cancelled';
export type StateResponse = 'pending' | 'accepted' | 'noted' | 'rejected';

export interface DeadlineRuleTable {
  id: Generated<number>;
  body_id: number | null;
  kind_id: number;
  /** Before the first day of the session; after it where negative. */
  days_before: number;
  note: string;
}

export interface ReviewTable {
  id: Generated<number>;
  ref: string;
  country_id: number;
  body_id: number;
  upr_review_id: number | null;
  instrument_id: number | null;
  title: string;
  starts_on: string | null;
  ends_on: string | null;
  state: ReviewState;
  source: string | null;
  as_of: string | null;
  notes: string | null;
  owner_id: number | null;
  author_id: number | null;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface ReviewDeadlineTable {
  id: Generated<number>;
  ref: string;
  review_id: number;
  kind_id: number;
  title: string;
  days_before: number | null;
  due_on: string;
  assignee_id: number | null;
  done_on: string | null;
  done_by_id: number | null;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface RecommendationTable {
  id: Generated<number>;
  ref: string;
  review_id: number;
  number: string | null;
  body: string;
  by_country_id: number | null;
  instrument_id: number | null;
  provision_id: number | null;
  response: StateResponse;
  response_on: string | null;
  response_note: string | null;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface RecommendationWorkAreaTable {
  recommendation_id: number;
  work_area_id: number;
}

export interface RecommendationAdviceTable {
  recommendation_id: number;
  advice_id: number;
}

export interface RecommendationObjectiveTable {
  recommendation_id: number;
  objective_id: number;
}

export interface RecommendationInteractionTable {
  recommendation_id: number;
  interaction_id: number;
}
