import { updateAttachment } from '#db/queries/attachments.ts';
import type { AuditAction } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { requireAttachable } from './find-attachable.server.ts';
import type { Attachment } from './find-attachment.server.ts';

/**
 * Takes a file off its record or puts it back, if it has the version that was seen. Throws NotFound, Forbidden or
 * Conflict.
 */
export async function changeArchival(
  context: Context,
  found: Attachment,
  seenVersion: string,
  archive: boolean,
): Promise<void> {
  await requireAttachable(context, context.db, found.parent);
  const archived = found.archived_at !== null;
  if (archived === archive || String(found.version) !== seenVersion) throw outdated();
  const { now, actor } = context;
  await commit(context, async ({ trx, record }) => {
    await requireAttachable(context, trx, found.parent);
    const saved = await updateAttachment(trx, found.id, found.version, {
      archived_at: archive ? now.toISOString() : null,
      archived_by_id: archive ? actor.accountId : null,
    });
    if (!saved) throw outdated();
    const action: AuditAction = archive ? 'attachment.archived' : 'attachment.restored';
    record({
      action,
      noun: 'attachment',
      id: found.id,
      ref: found.ref,
      changes: { archived: [archived, archive] },
    });
  });
}

const outdated = () =>
  new Conflict('Somebody else took this file off or put it back meanwhile. Look at the list again.');
