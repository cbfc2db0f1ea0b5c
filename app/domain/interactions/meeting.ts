import type { Recipient, PromiseLinks } from '#db/queries/promise-writes.ts';

/** What a meeting hands on to the advice, commitments and follow-ups that come of it. */
export interface Meeting extends PromiseLinks {
  id: number;
  ref: string;
  level: number;
  occurredOn: string;
  owningTeamId: number;
  /** Every partner who took part. */
  attended: Recipient[];
}
