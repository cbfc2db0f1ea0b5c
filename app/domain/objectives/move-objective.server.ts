import { listVisibleInteractionIds } from '#db/queries/interaction-places.ts';
import type { ObjectiveRecord } from '#db/queries/objective-reads.ts';
import { insertObjectiveMove, updateObjective } from '#db/queries/objective-writes.ts';
import { evidenceFact } from '../advice/step-texts.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { earlierOutcome, saveOnce } from '../kernel/save-once.server.ts';
import { digestOf } from '../kernel/submission-digest.server.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Term } from '../reference/reference.server.ts';
import { CHANGED_MEANWHILE, findChangeable } from './find-changeable.server.ts';
import type { ShownMove } from './move-form.ts';

export type MoveOutcome =
  { outcome: 'moved' | 'already-saved'; move: string } | { outcome: 'refused'; errors: FormErrors };

/**
 * Moves an objective to another stage of its set, on a day, with what shows it. Throws NotFound, Forbidden, or Conflict
 * where it is archived or no longer stands where the mover saw it.
 */
export async function moveObjective(context: Context, ref: string, form: ShownMove): Promise<MoveOutcome> {
  const row = await findChangeable(context, ref);
  const content = { ...form, objective: ref, key: '' };
  const earlier = await earlierOutcome(context, form.key, digestOf(context.keys, content));
  if (earlier?.outcome === 'already-saved') return { outcome: 'already-saved', move: earlier.ref };
  const { reference } = context;
  if (reference.termById(row.stage_id).code !== form.from) throw new Conflict(CHANGED_MEANWHILE);
  const resolved = await resolve(context, row, form);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const move = makeRef(context.random);
  const saved = await saveOnce(context, { key: form.key, content }, async (work) => {
    const { trx, record } = work;
    await write(context, { row, form, move, ...resolved }, trx);
    record({
      action: 'objective.moved',
      noun: 'objective',
      id: row.id,
      ref,
      changes: {
        stage: [form.from, resolved.stage.code],
        on: [row.moved_on, form.on],
        evidence: [null, evidenceFact(form.evidence, form.interaction)],
        link: [null, form.evidence === 'document' ? form.link : ''],
        note: [null, form.note],
      },
      sealed: row.level === 3,
    });
    tell(work, { kind: 'moved', noun: 'objective', recordId: row.id, accountId: row.owner_id });
    return move;
  });
  if (saved.outcome === 'key-reused') return { outcome: 'refused', errors: { stage: CHANGED_MEANWHILE } };
  return { outcome: saved.outcome === 'saved' ? 'moved' : 'already-saved', move: saved.ref };
}

interface ResolvedMove {
  stage: Term;
  interactionId: number | null;
}

async function resolve(
  context: Context,
  row: ObjectiveRecord,
  form: ShownMove,
): Promise<ResolvedMove | { errors: FormErrors }> {
  const { reference, db, actor } = context;
  const errors: FormErrors = {};
  const stage = reference.findTerm('objective_stage', form.stage);
  if (!stage || stage.parentId !== row.track_id || stage.retiredOn !== null) {
    errors['stage'] = 'Choose a stage from the list.';
  } else if (stage.id === row.stage_id) errors['stage'] = 'It stands there already. Choose another stage.';
  if (form.on > today(context)) errors['on'] = 'Enter a day that is not in the future.';
  else if (form.on < row.moved_on)
    errors['on'] = 'It came to its present stage after that day. Enter a later one.';
  const isMeeting = form.evidence === 'interaction';
  const [meeting] = isMeeting ? await listVisibleInteractionIds(db, actor, [form.interaction]) : [];
  if (isMeeting && !meeting) errors['interaction'] = 'Choose an interaction from the list.';
  else if (isMeeting && meeting?.state !== 'held')
    errors['interaction'] = 'A meeting shows something once it was held. Choose another.';
  if (stage?.meaning === 'negative' && form.note === '') errors['note'] = 'Say who turned it down, and why.';
  if (!stage || Object.keys(errors).length > 0) return { errors };
  return { stage, interactionId: meeting?.id ?? null };
}

async function write(
  context: Context,
  move: ResolvedMove & { row: ObjectiveRecord; form: ShownMove; move: string },
  trx: Parameters<typeof updateObjective>[0],
): Promise<void> {
  const { row, form, stage } = move;
  const at = context.now.toISOString();
  const text = (column: 'note' | 'evidence_link', words: string) =>
    words === '' ? null : storedText(context.keys, row.level, `objective_move|${column}|${move.move}`, words);
  const saved = await updateObjective(trx, row.id, row.version, {
    stage_id: stage.id,
    meaning: stage.meaning ?? 'open',
    moved_on: form.on,
    updated_at: at,
  });
  if (!saved) throw new Conflict(CHANGED_MEANWHILE);
  await insertObjectiveMove(trx, {
    ref: move.move,
    objective_id: row.id,
    from_stage_id: row.stage_id,
    stage_id: stage.id,
    occurred_on: form.on,
    evidence: form.evidence,
    evidence_interaction_id: move.interactionId,
    evidence_link: form.evidence === 'document' ? text('evidence_link', form.link) : null,
    note: text('note', form.note),
    author_id: context.actor.accountId,
    created_at: at,
  });
}
