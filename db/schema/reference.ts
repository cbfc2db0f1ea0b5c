import type { Generated } from 'kysely';

// Facts and vocabularies loaded from seeds/reference.

/** What a status means to the logic, whatever it is called. */
export type Meaning = 'open' | 'positive' | 'negative' | 'closed';

export type VocabularyName =
  | 'work_area'
  | 'interaction_kind'
  | 'partner_type'
  | 'participant_role'
  | 'sensitivity'
  | 'advice_topic'
  | 'advice_status'
  | 'follow_up_kind'
  | 'follow_up_status'
  | 'objective_track'
  | 'objective_stage'
  | 'stance'
  | 'deadline_kind';

export interface ReferenceRevisionTable {
  id: number;
  revision: number;
}

export interface TermTable {
  id: Generated<number>;
  vocabulary: VocabularyName;
  code: string;
  parent_id: number | null;
  position: number;
  meaning: Meaning | null;
  mark: string | null;
  hue: string | null;
  retired_on: string | null;
}

export interface TermLabelTable {
  term_id: number;
  language: string;
  label: string;
  label_folded: string;
  hint: string | null;
}

export interface CountryTable {
  id: Generated<number>;
  iso2: string;
  iso3: string;
  m49: string;
  name_en: string;
  name_fr: string;
  name_es: string;
  name_folded: string;
  names_folded: string;
  region: string;
  subregion: string;
  intermediate_region: string | null;
  un_member: string;
  coe_member: string;
  au_member: string;
  oas_member: string;
  notes: string | null;
}

export interface TeamCountryTable {
  team_id: number;
  country_id: number;
}

export interface InstrumentTable {
  id: Generated<number>;
  code: string;
  title_en: string;
  title_fr: string;
  title_es: string;
  body: string;
  kind: string;
  region: string;
  adopted_on: string | null;
  in_force_on: string | null;
  reference: string | null;
  confidence: string;
  why_it_matters: string | null;
  position: number;
  retired_on: string | null;
}

export interface ProvisionTable {
  id: Generated<number>;
  instrument_id: number;
  code: string;
  heading_en: string;
  heading_fr: string;
  heading_es: string;
  work: string;
  confidence: string;
  position: number;
}

export interface TreatyStatusTable {
  id: Generated<number>;
  country_id: number;
  instrument_id: number;
  status: string;
  signed_on: string | null;
  bound_on: string | null;
  how: string | null;
  in_force_on: string | null;
  cat_art20_inquiry: string | null;
  cat_art21_interstate: string | null;
  cat_art22_individual: string | null;
  opcat_art24_part: string | null;
  opcat_art24_until: string | null;
  notes: string | null;
  confidence: string;
  as_of: string | null;
  source: string;
}

export interface PreventiveMechanismTable {
  id: Generated<number>;
  country_id: number;
  status: string;
  name: string | null;
  name_en: string | null;
  model: string;
  designated_on: string | null;
  legal_basis: string | null;
  confidence: string;
  source: string;
  as_of: string | null;
  notes: string | null;
}

export interface InternationalBodyTable {
  id: Generated<number>;
  code: string;
  name_en: string;
  name_fr: string;
  name_es: string;
  parent: string | null;
  seat: string | null;
  kind: string;
  legal_basis: string | null;
  session_pattern: string | null;
  why_it_matters: string | null;
  confidence: string;
  position: number;
}

export interface UprReviewTable {
  id: Generated<number>;
  country_id: number;
  cycle: number;
  session: number | null;
  starts_on: string | null;
  ends_on: string | null;
  previous_session: number | null;
  confidence: string;
  source: string;
  notes: string | null;
}
