import type { Context } from '../kernel/context.ts';
import type { Choice } from './filters.server.ts';
import { labelOf, type Term } from './reference.server.ts';

/** A partner type with all that stand below it: the ids by which organisations are found. */
export function partnerTypeBranch({ reference }: Pick<Context, 'reference'>, term: Term): number[] {
  const terms = reference.terms('partner_type');
  const below = (id: number): number[] =>
    terms.filter(({ parentId }) => parentId === id).flatMap((child) => [child.id, ...below(child.id)]);
  return [term.id, ...below(term.id)];
}

/** Every type, those of a branch under the name of its root. */
export function partnerTypeChoices({ reference, actor }: Context): Choice[] {
  const label = (term: Term) => labelOf(term.labels, actor.language);
  return reference.terms('partner_type').map((term) => {
    const parent = term.parentId === null ? term : reference.termById(term.parentId);
    const root = parent.parentId === null ? parent : reference.termById(parent.parentId);
    return { value: term.code, label: label(term), group: label(root) };
  });
}
