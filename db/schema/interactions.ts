import type { Generated } from 'kysely';

// Interactions, who took part, who may read, and the counts kept beside them.

/** Only `held` counts anywhere as contact. */
export type InteractionState = 'planned' | 'held' | 'cancelled';

export type Attribution = 'on_record' | 'chatham_house' | 'not_for_use';

export interface CircleTable {
  id: Generated<number>;
  key: string;
}

export interface CircleTeamTable {
  circle_id: number;
  team_id: number;
}

export interface InteractionTable {
  id: Generated<number>;
  ref: string;
  kind_id: number;
  state: InteractionState;
  occurred_on: string;
  ended_on: string | null;
  occurred_time: string | null;
  zone: string | null;
  place: string | null;
  part_of_id: number | null;
  summary: string;
  notes: string;
  attribution: Attribution;
  level: number;
  circle_id: number;
  owning_team_id: number;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
  cancelled_reason: string | null;
}

export interface InteractionCountryTable {
  interaction_id: number;
  country_id: number;
  level: number;
  kind_id: number;
  occurred_on: string;
  /** 1 where the interaction is held and not archived: kept with the counts. */
  held: Generated<number>;
  /** 1 where the interaction is not archived. */
  logged: Generated<number>;
}

export interface InteractionWorkAreaTable {
  interaction_id: number;
  work_area_id: number;
  level: number;
  occurred_on: string;
}

export interface InteractionInstrumentTable {
  interaction_id: number;
  instrument_id: number;
  level: number;
  occurred_on: string;
}

export interface InteractionStaffTable {
  interaction_id: number;
  account_id: number;
  occurred_on: string;
}

export interface InteractionNamedReaderTable {
  interaction_id: number;
  account_id: number;
}

export interface InteractionReaderTable {
  interaction_id: number;
  principal_id: number;
  level: number;
  occurred_on: string;
  /** 1 where the interaction is not archived. */
  logged: Generated<number>;
}

export interface InteractionParticipantTable {
  id: Generated<number>;
  ref: string;
  interaction_id: number;
  person_id: number | null;
  position_id: number | null;
  organisation_id: number | null;
  title_then: string | null;
  organisation_then: string | null;
  headcount: number | null;
  women: number | null;
  group_label: string | null;
  sort_order: number;
  level: number;
  occurred_on: string;
}

export interface CircleTallyTable {
  circle_id: number;
  logged: number;
  held: number;
}

export interface ReaderTallyTable {
  /** An account. */
  principal_id: number;
  circle_id: number;
  logged: number;
  held: number;
}

export interface CountryTallyTable {
  country_id: number;
  circle_id: number;
  month: string;
  logged: number;
  held: number;
}

/** `term_id`: a work area, or a kind of partner at the root of its branch. `quarter`: 'YYYY-Qn'. */
export interface CountryWorkTallyTable {
  country_id: number;
  circle_id: number;
  quarter: string;
  term_id: number;
  logged: number;
  held: number;
}

/** Kinds of partner met, as everybody sees who sees the interaction. */
export interface CountryPartnerKindTable {
  country_id: number;
  term_id: number;
  occurred_on: string;
  interaction_id: number;
  level: number;
  /** The circle that it was counted for. */
  circle_id: number;
}

/** Kinds met only through people above internal, for each principal that reads one of those people. */
export interface CountryGuardedKindTable {
  country_id: number;
  principal_id: number;
  occurred_on: string;
  interaction_id: number;
  term_id: number;
  level: number;
}

/** The reader rows of accounts, by country. */
export interface CountryAccountReaderTable {
  country_id: number;
  principal_id: number;
  occurred_on: string;
  interaction_id: number;
  circle_id: number;
  logged: number;
  held: number;
}

export interface AssessmentTable {
  id: Generated<number>;
  ref: string;
  interaction_id: number;
  body: string;
  level: number;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
}

export interface AssessmentNamedReaderTable {
  assessment_id: number;
  account_id: number;
}

export interface AssessmentReaderTable {
  assessment_id: number;
  principal_id: number;
}
