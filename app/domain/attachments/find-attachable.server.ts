import { findVisibleParent, type ParentKind, type ParentRow } from '#db/queries/attachment-parents.ts';
import type { Db, Trx } from '#db/client.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { parentKindNamed } from './parent-kinds.ts';
import { mayAttach } from './policy.ts';

/** What a form or an address says of the record that a file is to hang on. */
export interface ParentName {
  kind: ParentKind;
  ref: string;
}

/** The record of an address (`interaction`, ref) that the actor may put files on. Throws NotFound, Forbidden, Conflict. */
export async function findAttachable(context: Context, word: string, ref: string): Promise<ParentRow> {
  const kind = parentKindNamed(word);
  if (!kind) throw new NotFound();
  return requireAttachable(context, context.db, { kind, ref });
}

/** The same by its kind, on the database or in a transaction that must not rely on what was read before. */
export async function requireAttachable(
  { actor }: Pick<Context, 'actor'>,
  db: Db | Trx,
  { kind, ref }: ParentName,
): Promise<ParentRow> {
  const parent = isRef(ref) ? await findVisibleParent(db, actor, kind, ref) : undefined;
  if (!parent) throw new NotFound();
  if (!mayAttach(actor, parent))
    throw new Forbidden('Only those who may change this record may put files on it or take them off.');
  if (parent.archived) throw new Conflict('This was archived meanwhile. Restore it first.');
  return parent;
}
