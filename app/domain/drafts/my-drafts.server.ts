import { findDraft, listDrafts, type DraftRow } from '#db/queries/drafts.ts';
import { listVisibleRefs } from '#db/queries/interaction-places.ts';
import { readsRecords } from '#db/visibility.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import type { InteractionForm } from '../interactions/form.ts';
import type { DraftGlance } from './draft-glance.ts';
import { openDraftText } from './draft-text.server.ts';
import { INTERACTION_FORM } from './keep-draft.server.ts';

/**
 * The actor's drafts, newest first, at most twenty. `subject`: only those of one interaction. A draft of a record that
 * the actor may no longer see is not shown, and of a sealed one no words.
 */
export async function myDrafts(context: Context, subject?: string): Promise<DraftGlance[]> {
  const { db, actor } = context;
  if (!readsRecords(actor)) return [];
  const rows = await listDrafts(db, actor.accountId, INTERACTION_FORM, MOST_KEPT);
  const asked = rows.filter((row) => subject === undefined || (row.subjectRef ?? '') === subject);
  const visible = await listVisibleRefs(
    db,
    actor,
    asked.flatMap((row) => row.subjectRef ?? []),
  );
  return asked
    .filter((row) => !row.subjectRef || visible.has(row.subjectRef))
    .flatMap((row) => {
      const form = opened(context, row);
      return form ? [glance(row, form)] : [];
    })
    .slice(0, MOST_SHOWN);
}

const MOST_KEPT = 200;
const MOST_SHOWN = 20;

/** The form as it was kept for this subject. Throws NotFound for a draft that is gone, another's or of another record. */
export async function continueDraft(context: Context, ref: string, subject = ''): Promise<InteractionForm> {
  const row = await findDraft(context.db, context.actor.accountId, ref);
  const form = row && (row.subjectRef ?? '') === subject ? opened(context, row) : undefined;
  if (!form || !readsRecords(context.actor)) throw new NotFound();
  return form;
}

function opened({ keys, actor }: Context, row: DraftRow): InteractionForm | undefined {
  return openDraftText(keys, actor.accountId, row.ref, row.body);
}

function glance(row: DraftRow, form: InteractionForm): DraftGlance {
  return {
    ref: row.ref,
    subject: row.subjectRef ?? '',
    summary: form.sensitivity === 'sealed' ? 'Sealed record' : form.summary,
    partners:
      form.sensitivity === 'sealed'
        ? []
        : form.participants.filter(({ remove }) => remove === '').map(({ name }) => name),
    keptAt: row.updatedAt,
  };
}
