import type { Generated } from 'kysely';

// Organisations, people and the posts that tie them.

export interface OrganisationTable {
  id: Generated<number>;
  ref: string;
  name: string;
  name_folded: string;
  acronym: string | null;
  partner_type_id: number;
  country_id: number | null;
  international_body_id: number | null;
  parent_id: number | null;
  owner_id: number | null;
  website: string | null;
  version: Generated<number>;
  created_at: string;
  created_by_id: number | null;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface OrganisationNameTable {
  id: Generated<number>;
  organisation_id: number;
  name: string;
  name_folded: string;
}

export interface OrganisationWordTable {
  word: string;
  organisation_id: number;
}

export interface PersonTable {
  id: Generated<number>;
  ref: string;
  name: string;
  name_folded: string;
  is_code_name: Generated<number>;
  at_risk: Generated<number>;
  level: Generated<number>;
  owning_team_id: number | null;
  languages: string | null;
  reach: string | null;
  consent_basis: string | null;
  consent_review_on: string | null;
  version: Generated<number>;
  created_at: string;
  created_by_id: number | null;
  updated_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface PersonNamedReaderTable {
  person_id: number;
  account_id: number;
}

export interface PersonReaderTable {
  person_id: number;
  principal_id: number;
}

export interface PersonWordTable {
  word: string;
  person_id: number;
}

export interface PositionTable {
  id: Generated<number>;
  ref: string;
  person_id: number;
  organisation_id: number;
  title: string;
  from_on: string | null;
  until_on: string | null;
  created_at: string;
}
