import type { Generated } from 'kysely';

// Files kept by the hash of their content, and the records they hang on.

/** Whether the words of a file were extracted: `none` where its kind holds none. */
export type TextState = 'waiting' | 'done' | 'none' | 'failed';

export interface StoredFileTable {
  id: Generated<number>;
  content_hash: string;
  sealed: Generated<number>;
  size_bytes: number;
  media_type: string;
  text_state: TextState;
  text_body: string | null;
  created_at: string;
}

export interface AttachmentTable {
  id: Generated<number>;
  ref: string;
  file_id: number;
  name: string;
  note: string | null;
  interaction_id: number | null;
  advice_step_id: number | null;
  objective_move_id: number | null;
  level: number;
  author_id: number;
  version: Generated<number>;
  created_at: string;
  archived_at: string | null;
  archived_by_id: number | null;
}

export interface AttachmentReaderTable {
  attachment_id: number;
  principal_id: number;
}
