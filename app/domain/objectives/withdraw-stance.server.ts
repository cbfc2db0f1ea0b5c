import { findStance } from '#db/queries/objective-reads.ts';
import { updateObjectiveStance } from '#db/queries/objective-writes.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { findChangeable } from './find-changeable.server.ts';

/**
 * Takes out a stance that was noted by mistake, or with `restore` brings it back. Throws NotFound, Forbidden, or
 * Conflict where that is done already.
 */
export async function withdrawStance(
  context: Context,
  objective: string,
  ref: string,
  { restore = false } = {},
): Promise<void> {
  const { db, actor, reference } = context;
  const row = await findChangeable(context, objective);
  const stance = isRef(ref) ? await findStance(db, actor, row.id, ref) : undefined;
  if (!stance) throw new NotFound();
  if ((stance.archived_at === null) === restore) throw doneAlready();
  const change = restore
    ? { archived_at: null, archived_by_id: null }
    : { archived_at: context.now.toISOString(), archived_by_id: actor.accountId };
  await commit(context, async ({ trx, record }) => {
    if (!(await updateObjectiveStance(trx, stance.id, change))) throw doneAlready();
    const { code } = reference.termById(stance.stance_id);
    record({
      action: restore ? 'stance.observed' : 'stance.withdrawn',
      noun: 'stance',
      id: stance.id,
      ref,
      changes: { stance: restore ? [null, code] : [code, null] },
      sealed: row.level === 3,
    });
  });
}

const doneAlready = () => new Conflict('This has been done already.');
