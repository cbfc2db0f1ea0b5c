import type { Generated } from 'kysely';
import type { Meaning } from './reference.ts';

// Advice, commitments and follow-ups.

export type Side = 'ours' | 'theirs';
export type CommitmentStatus = 'open' | 'kept' | 'broken';
export type Recurrence = 'weekly' | 'monthly' | 'quarterly' | 'yearly';
export type Priority = 'low' | 'normal' | 'high';
export type Evidence = 'interaction' | 'document' | 'staff_judgement';
export type Contribution = 'possible' | 'plausible' | 'substantiated';

export interface AdviceTable {
  id: Generated<number>;
  ref: string;
  interaction_id: number | null;
  objective_id: number | null;
  topic_id: number;
  body: string;
  instrument_id: number | null;
  provision_id: number | null;
  given_on: string;
  status_id: number;
  meaning: Meaning;
  level: number;
  owning_team_id: number;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface AdviceRecipientTable {
  id: Generated<number>;
  advice_id: number;
  organisation_id: number | null;
  person_id: number | null;
}

export interface AdviceWorkAreaTable {
  advice_id: number;
  work_area_id: number;
  given_on: string;
}

export interface AdviceCountryTable {
  advice_id: number;
  country_id: number;
  given_on: string;
  /** What it is counted as; null where it is in no tally. */
  circle_id: Generated<number | null>;
  /** 1 where it is in no tally and not found by its meeting's readers in the country either. */
  apart: Generated<number>;
  status_id: Generated<number | null>;
  /** From giving to the first adoption, where it stands adopted. */
  months: Generated<number | null>;
}

export interface CountryAdviceTallyTable {
  country_id: number;
  circle_id: number;
  month: string;
  status_id: number;
  pieces: number;
}

/** `year`: in which the advice was given. */
export interface CountryAdoptionTallyTable {
  country_id: number;
  circle_id: number;
  year: string;
  months: number;
  pieces: number;
}

export interface AdviceReaderTable {
  advice_id: number;
  principal_id: number;
}

export interface AdviceStepTable {
  id: Generated<number>;
  ref: string;
  advice_id: number;
  status_id: number;
  occurred_on: string;
  evidence: Evidence;
  evidence_interaction_id: number | null;
  note: string | null;
  contribution: Contribution | null;
  evidence_link: string | null;
  what_changed: string | null;
  changed_by: string | null;
  verified_by: string | null;
  reason: string | null;
  version: Generated<number>;
  author_id: number;
  created_at: string;
}

export interface CommitmentTable {
  id: Generated<number>;
  ref: string;
  interaction_id: number | null;
  body: string;
  side: Side;
  by_organisation_id: number | null;
  by_person_id: number | null;
  by_account_id: number | null;
  made_on: string;
  due_on: string | null;
  status: CommitmentStatus;
  closed_on: string | null;
  reason: string | null;
  level: number;
  owning_team_id: number;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface CommitmentWorkAreaTable {
  commitment_id: number;
  work_area_id: number;
}

export interface CommitmentCountryTable {
  commitment_id: number;
  country_id: number;
  /** The promise's own; `due_on` is '9999' where it has no date. */
  status: CommitmentStatus | null;
  due_on: string | null;
}

export interface CommitmentReaderTable {
  commitment_id: number;
  principal_id: number;
}

export interface FollowUpTable {
  id: Generated<number>;
  ref: string;
  interaction_id: number | null;
  advice_id: number | null;
  commitment_id: number | null;
  objective_id: number | null;
  previous_id: number | null;
  title: string;
  assignee_id: number;
  due_on: string;
  priority: Priority;
  status_id: number;
  meaning: Meaning;
  done_at: string | null;
  done_by_id: number | null;
  outcome: string | null;
  snoozed_until: string | null;
  recurrence: Recurrence | null;
  recurs_from: string | null;
  recurs_until: string | null;
  done_interaction_id: number | null;
  level: number;
  owning_team_id: number;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface FollowUpWorkAreaTable {
  follow_up_id: number;
  work_area_id: number;
  meaning: Meaning;
  due_on: string;
}

export interface FollowUpCountryTable {
  follow_up_id: number;
  country_id: number;
  meaning: Meaning;
  due_on: string;
}

export interface FollowUpReaderTable {
  follow_up_id: number;
  principal_id: number;
}
