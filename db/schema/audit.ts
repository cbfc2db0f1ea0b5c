// The chained record of every write.

export interface AuditEventTable {
  id: number;
  at: string;
  actor_id: number | null;
  action: string;
  noun: string;
  record_id: number | null;
  record_ref: string | null;
  fields: string;
  digest: string;
  previous_hash: string;
  hash: string;
}

export interface AuditValueTable {
  event_id: number;
  salt: string;
  body: string;
}

export interface AuditHeadTable {
  id: number;
  sequence: number;
  hash: string;
}
