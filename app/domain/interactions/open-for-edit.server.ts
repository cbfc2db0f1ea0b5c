import { levelNumber } from '#db/levels.ts';
import { listHistory } from '#db/queries/audit.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { makeRef } from '../kernel/refs.ts';
import { requireEditable } from './edit-interaction.server.ts';
import { formOfInteraction } from './form-of-interaction.server.ts';
import type { InteractionForm } from './form.ts';
import { readInteraction } from './read-interaction.server.ts';

/** A saved interaction as its form. Throws NotFound, Forbidden, or Conflict where it is archived. */
export async function openForEdit(context: Context, ref: string): Promise<InteractionForm> {
  const whole = await readInteraction(context, ref);
  requireEditable(context, whole);
  if (whole.level >= levelNumber('restricted')) {
    await recordOpening(context, {
      action: 'interaction.opened',
      noun: 'interaction',
      id: whole.id,
      ref,
      changes: {},
    });
  }
  return formOfInteraction(context, whole, makeRef(context.random));
}

/** The form as it is saved now, and who saved it last: what a stale edit is compared with. */
export async function savedMeanwhile(
  context: Context,
  ref: string,
): Promise<{ form: InteractionForm; by: { name: string; at: string } }> {
  const whole = await readInteraction(context, ref);
  requireEditable(context, whole);
  const [last] = await listHistory(context.db, 'interaction', [whole.id], 1);
  return {
    form: await formOfInteraction(context, whole, ''),
    by: { name: last?.actor_name ?? 'somebody else', at: last?.at ?? whole.updated_at },
  };
}
