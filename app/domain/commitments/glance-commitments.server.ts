import { levelName, type Level } from '#db/levels.ts';
import type { CommitmentRow } from '#db/queries/commitment-list.ts';
import type { CommitmentStatus, Side } from '#db/schema/promises.ts';
import { partnerLink, type PartnerLink } from '../advice/glance-advice.server.ts';
import { clip } from '../kernel/clip.ts';

/** A promise in a list. The words of a sealed one are not here: reading them is recorded. */
export interface CommitmentGlance {
  ref: string;
  /** '' where the record is sealed. */
  text: string;
  level: Level;
  side: Side;
  status: CommitmentStatus;
  madeOn: string;
  dueOn: string | null;
  closedOn: string | null;
  by: PartnerLink[];
  /** Our colleague who promised. */
  byUs: string | null;
  /** The meeting in which it was made; its words are '' where that is sealed. */
  meeting: { ref: string; on: string; summary: string } | null;
}

export function glanceCommitments(rows: readonly CommitmentRow[]): CommitmentGlance[] {
  return rows.map((row) => {
    const level = levelName(row.level);
    const sealed = level === 'sealed';
    return {
      ref: row.ref,
      text: sealed ? '' : clip(row.body),
      level,
      side: row.side,
      status: row.status,
      madeOn: row.made_on,
      dueOn: row.due_on,
      closedOn: row.closed_on,
      by: sealed ? [] : partnerLink(row),
      byUs: sealed ? null : row.account_name,
      meeting:
        row.interaction_ref === null
          ? null
          : {
              ref: row.interaction_ref,
              on: row.interaction_on ?? row.made_on,
              summary: row.interaction_level === 3 ? '' : (row.interaction_summary ?? ''),
            },
    };
  });
}
