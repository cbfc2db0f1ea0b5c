import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { LIMITS, line } from '../kernel/fields.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { changeStanding, findChangeable } from './change-standing.server.ts';

export type CancelOutcome = { outcome: 'saved' } | { outcome: 'refused'; errors: FormErrors };

/**
 * Says that a planned interaction will not take place, and why where there is a reason. It stays readable and never
 * counts as contact. Throws NotFound, Forbidden, or Conflict where it is not planned any more.
 */
export async function cancelInteraction(
  context: Context,
  ref: string,
  reason: string,
): Promise<CancelOutcome> {
  const row = await findChangeable(context, ref);
  const parsed = line(null, LIMITS.line).safeParse(reason);
  if (!parsed.success)
    return { outcome: 'refused', errors: { reason: parsed.error.issues[0]?.message ?? '' } };
  if (row.archived_at !== null) throw new Conflict('This was archived. Restore it first.');
  if (row.state !== 'planned') throw new Conflict('This is not planned any more. Open it again.');
  const words = parsed.data === '' ? null : parsed.data;
  const stored =
    words === null ? null : storedText(context.keys, row.level, `interaction|cancelled_reason|${ref}`, words);
  await changeStanding(
    context,
    row,
    'interaction.cancelled',
    { state: 'cancelled', cancelled_reason: stored },
    words === null ? {} : { reason: [null, words] },
  );
  return { outcome: 'saved' };
}
