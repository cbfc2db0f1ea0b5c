import type { Generated } from 'kysely';

// Teams, accounts and what belongs to a signed-in person.

export type Role = 'officer' | 'manager' | 'writer' | 'administrator';

export interface PrincipalTable {
  id: Generated<number>;
  kind: 'account' | 'team';
}

export interface TeamTable {
  id: number;
  ref: string;
  name: string;
  name_folded: string;
}

export interface AccountTable {
  id: number;
  ref: string;
  email: string;
  email_folded: string;
  name: string;
  name_folded: string;
  password_hash: string | null;
  zone: string;
  language: string;
  shortcuts_off: Generated<number>;
  version: Generated<number>;
  created_at: string;
  disabled_at: string | null;
}

export interface AccountRoleTable {
  account_id: number;
  role: Role;
}

export interface AccountTeamTable {
  account_id: number;
  team_id: number;
}

export interface SessionTable {
  id: string;
  account_id: number;
  started_at: string;
  authenticated_at: string;
  expires_at: string;
}

export interface SetupLinkTable {
  token_hash: string;
  account_id: number | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface SignInThrottleTable {
  key: string;
  failures: number;
  last_failure_at: string;
}

export interface SubmissionTable {
  account_id: number;
  key: string;
  digest: string;
  record_ref: string;
  created_at: string;
}

export interface DraftTable {
  id: Generated<number>;
  ref: string;
  account_id: number;
  form: string;
  subject_ref: string | null;
  body: string;
  created_at: string;
  updated_at: string;
}
