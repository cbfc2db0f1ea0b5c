import type { AdviceForm } from './advice-form.ts';

/** A field of which two people wrote different things. */
export interface AdviceConflict {
  field: string;
  mine: string;
  theirs: string;
}

const TEXTS = ['text', 'topic', 'on', 'instrument', 'provision', 'objective'] as const;
const SETS = ['recipients', 'workAreas', 'countries'] as const;

/**
 * Brings together what I wrote and what somebody saved meanwhile, field by field, by comparing both with `base`, the
 * form as I opened it. Different fields are both kept; of the same field mine stands until I choose.
 */
export function mergeAdvice(
  base: AdviceForm | undefined,
  mine: AdviceForm,
  theirs: AdviceForm,
): { form: AdviceForm; conflicts: AdviceConflict[] } {
  const conflicts: AdviceConflict[] = [];
  const form = { ...mine, version: theirs.version };
  for (const field of TEXTS) {
    const [was, ours, saved] = [base?.[field], mine[field], theirs[field]];
    if (ours === saved || saved === was) continue;
    if (ours === was) form[field] = saved;
    else conflicts.push({ field, mine: ours, theirs: saved });
  }
  for (const field of SETS) form[field] = mergeSets(base?.[field] ?? [], mine[field], theirs[field]);
  return { form, conflicts };
}

/** The form after its writer chose: fields named in `chosen` take what the other person saved. */
export function takeTheirAdvice(form: AdviceForm, saved: AdviceForm, chosen: readonly string[]): AdviceForm {
  const next = { ...form };
  for (const field of TEXTS) if (chosen.includes(field)) next[field] = saved[field];
  return next;
}

/** Both additions and both removals hold. */
function mergeSets(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const kept = theirs.filter((one) => mine.includes(one) || !base.includes(one));
  const added = mine.filter((one) => !base.includes(one) && !theirs.includes(one));
  return [...kept, ...added];
}
