import type { Meaning } from '#db/schema/reference.ts';
import type { Context } from '../kernel/context.ts';
import { labelOf, type Reference, type Term } from '../reference/reference.server.ts';
import { firstStatus } from './statuses.ts';

export type StatusTerm = Term & { meaning: Meaning };

const withMeaning = (term: Term): StatusTerm => ({ ...term, meaning: term.meaning ?? 'open' });

/** The statuses of advice on offer, in order. */
export function statusTerms(reference: Reference): StatusTerm[] {
  return reference.terms('advice_status').map(withMeaning);
}

/** One that can still be moved to, by its code. */
export function statusOf({ reference }: Pick<Context, 'reference'>, code: string): StatusTerm | undefined {
  return statusTerms(reference).find((term) => term.code === code);
}

/** What advice that was just given stands at. */
export function givenStatus(reference: Reference): StatusTerm {
  return firstStatus(statusTerms(reference));
}

export function statusLabel({ reference, actor }: Pick<Context, 'reference' | 'actor'>, id: number): string {
  return labelOf(reference.termById(id).labels, actor.language);
}
