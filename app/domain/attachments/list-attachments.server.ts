import { listVisibleAttachments, type AttachmentRow } from '#db/queries/attachments.ts';
import type { ParentKind } from '#db/queries/attachment-parents.ts';
import type { Context } from '../kernel/context.ts';
import { makeRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import type { ParentName } from './find-attachable.server.ts';
import { fileKind } from './kinds.ts';
import { mayAttach, type Owned } from './policy.ts';

/**
 * A file in the list of a record. Whether its words have been extracted is not told: the same file may hang on a record
 * that is hidden, and would have been read already.
 */
export interface AttachmentGlance {
  ref: string;
  name: string;
  note: string;
  kind: string;
  size: number;
  addedAt: string;
  author: string;
  version: number;
  archived: boolean;
}

/**
 * The files on some records of one kind, by the record's id, newest first; those taken off too, marked. The caller has
 * shown that the actor may see the records, and recorded the opening where that is due: names are opened here.
 */
export async function listAttachments(
  context: Context,
  kind: ParentKind,
  parentIds: readonly number[],
): Promise<Map<number, AttachmentGlance[]>> {
  const lists = new Map<number, AttachmentGlance[]>(parentIds.map((id) => [id, []]));
  const rows = await listVisibleAttachments(context.db, context.actor, kind, parentIds);
  for (const row of rows) lists.get(row.parent_id)?.push(glance(context, row));
  return lists;
}

/** The files of one record as its page shows them, with what a form to add one needs. */
export interface FilesView {
  parent: ParentName;
  files: AttachmentGlance[];
  /** Those that were taken off, for whoever may put them back. */
  takenOff: AttachmentGlance[];
  /** Of the form; undefined where the actor may not add a file. */
  key: string | undefined;
}

export function filesOf(
  context: Context,
  parent: ParentName,
  list: readonly AttachmentGlance[],
  mayAdd: boolean,
): FilesView {
  return {
    parent,
    files: list.filter((one) => !one.archived),
    takenOff: mayAdd ? list.filter((one) => one.archived) : [],
    key: mayAdd ? makeRef(context.random) + makeRef(context.random) : undefined,
  };
}

/** A step or a move on the page of its record. `owned` is undefined where nothing may be changed now. */
export interface Part {
  id: number;
  ref: string;
  owned: Owned | undefined;
}

/**
 * The files of all parts of one record as its page shows them, by the part's ref, and their ids for the history of the
 * record. The caller has shown that the actor may see the record, and recorded the opening where that is due.
 */
export async function listFilesOfParts(
  context: Context,
  kind: ParentKind,
  parts: readonly Part[],
): Promise<{ views: Map<string, FilesView>; ids: number[] }> {
  const rows = await listVisibleAttachments(
    context.db,
    context.actor,
    kind,
    parts.map(({ id }) => id),
  );
  const views = parts.map(({ id, ref, owned }) => {
    const list = rows.filter((row) => row.parent_id === id).map((row) => glance(context, row));
    const mayAdd = owned !== undefined && mayAttach(context.actor, owned);
    return [ref, filesOf(context, { kind, ref }, list, mayAdd)] as const;
  });
  return { views: new Map(views), ids: rows.map(({ id }) => id) };
}

function glance({ keys }: Context, row: AttachmentRow): AttachmentGlance {
  return {
    ref: row.ref,
    ...attachmentWords(keys, row),
    kind: fileKind(row.media_type).word,
    size: row.size_bytes,
    addedAt: row.created_at,
    author: row.author_name,
    version: row.version,
    archived: row.archived_at !== null,
  };
}

/** Its name and note as they were written. */
export function attachmentWords(
  keys: Context['keys'],
  row: { ref: string; level: number; name: string; note: string | null },
): { name: string; note: string } {
  return {
    name: readText(keys, row.level, `attachment|name|${row.ref}`, row.name),
    note: row.note === null ? '' : readText(keys, row.level, `attachment|note|${row.ref}`, row.note),
  };
}
