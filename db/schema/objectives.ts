import type { Generated } from 'kysely';
import type { Evidence } from './promises.ts';
import type { Meaning } from './reference.ts';

// Objectives: what we want in a country, its stages, and who stands where.

/** What a stage says that the treaty status or the mechanism of the country must say too. */
export type StageFact =
  'signed' | 'bound' | 'mechanism_designated' | 'mechanism_established' | 'mechanism_functioning';

export interface StageFactTable {
  stage_id: number;
  instrument_id: number;
  fact: StageFact;
}

export interface ObjectiveTable {
  id: Generated<number>;
  ref: string;
  title: string;
  country_id: number;
  work_area_id: number;
  instrument_id: number | null;
  track_id: number;
  stage_id: number;
  meaning: Meaning;
  moved_on: string;
  owner_id: number;
  target_on: string | null;
  next_step: string | null;
  level: number;
  owning_team_id: number;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface ObjectiveNamedReaderTable {
  objective_id: number;
  account_id: number;
}

export interface ObjectiveReaderTable {
  objective_id: number;
  principal_id: number;
}

export interface ObjectiveMoveTable {
  id: Generated<number>;
  ref: string;
  objective_id: number;
  from_stage_id: number | null;
  stage_id: number;
  occurred_on: string;
  evidence: Evidence;
  evidence_interaction_id: number | null;
  evidence_link: string | null;
  note: string | null;
  author_id: number;
  created_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface ObjectiveStanceTable {
  id: Generated<number>;
  ref: string;
  objective_id: number;
  organisation_id: number | null;
  person_id: number | null;
  stance_id: number;
  observed_on: string;
  interaction_id: number | null;
  note: string | null;
  author_id: number;
  created_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface InteractionObjectiveTable {
  interaction_id: number;
  objective_id: number;
}
