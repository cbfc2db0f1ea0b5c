import type { StateResponse } from '#db/schema/reviews.ts';

export type { StateResponse } from '#db/schema/reviews.ts';

/** What a State may answer, in the order in which it is told. */
export const RESPONSES = [
  'pending',
  'accepted',
  'noted',
  'rejected',
] as const satisfies readonly StateResponse[];

export const RESPONSE_WORDS: Record<StateResponse, string> = {
  pending: 'Awaiting an answer',
  accepted: 'Accepted',
  noted: 'Noted',
  rejected: 'Rejected',
};

/** An answer needs its date; while none was given there is no date to give. */
export function dateOfResponse(response: StateResponse, on: string | null): string | null {
  return response === 'pending' ? null : on;
}
