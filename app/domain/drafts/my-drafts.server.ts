import { findDraft, listDrafts, type DraftRow } from '#db/queries/drafts.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import type { InteractionForm } from '../interactions/form.ts';
import type { DraftGlance } from './draft-glance.ts';
import { openDraftText } from './draft-text.server.ts';
import { INTERACTION_FORM } from './keep-draft.server.ts';

/** The actor's drafts, newest first, at most twenty. `subject`: only those of one interaction. */
export async function myDrafts(context: Context, subject?: string): Promise<DraftGlance[]> {
  const rows = await listDrafts(context.db, context.actor.accountId, INTERACTION_FORM, 20);
  return rows
    .filter((row) => subject === undefined || (row.subjectRef ?? '') === subject)
    .flatMap((row) => {
      const form = opened(context, row);
      return form ? [glance(row, form)] : [];
    });
}

/** The form as it was kept for this subject. Throws NotFound for a draft that is gone, another's or of another record. */
export async function continueDraft(context: Context, ref: string, subject = ''): Promise<InteractionForm> {
  const row = await findDraft(context.db, context.actor.accountId, ref);
  const form = row && (row.subjectRef ?? '') === subject ? opened(context, row) : undefined;
  if (!form) throw new NotFound();
  return form;
}

function opened({ keys, actor }: Context, row: DraftRow): InteractionForm | undefined {
  return openDraftText(keys, actor.accountId, row.ref, row.body);
}

function glance(row: DraftRow, form: InteractionForm): DraftGlance {
  return {
    ref: row.ref,
    subject: row.subjectRef ?? '',
    summary: form.summary,
    partners: form.participants.filter(({ remove }) => remove === '').map(({ name }) => name),
    keptAt: row.updatedAt,
  };
}
