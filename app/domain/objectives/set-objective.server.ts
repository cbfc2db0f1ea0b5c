import { writeObjectiveAudience } from '#db/objective-audience.ts';
import {
  insertObjective,
  insertObjectiveMove,
  replaceObjectiveReaders,
} from '#db/queries/objective-writes.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Forbidden } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { saveOnce } from '../kernel/save-once.server.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import type { Term } from '../reference/reference.server.ts';
import type { ObjectiveForm } from './objective-form.ts';
import {
  owningTeamFor,
  resolveObjective,
  resolveStart,
  type ResolvedObjective,
} from './resolve-objective.server.ts';

export type SetOutcome =
  { outcome: 'saved' | 'already-saved'; ref: string } | { outcome: 'refused'; errors: FormErrors };

/**
 * Sets an objective, with its first move: the stage at which it stands when we begin. The same key twice makes one.
 * Throws Forbidden for an account without a team.
 */
export async function setObjective(context: Context, form: ObjectiveForm): Promise<SetOutcome> {
  if (!mayLogInteraction(context.actor)) {
    throw new Forbidden('Your account belongs to no team yet. Ask an administrator to add you to one.');
  }
  const start = resolveStart(context, form);
  const resolution = await resolveObjective(context, form, start.ok ? start.resolved.trackId : 0);
  if (!start.ok || !resolution.ok) {
    const errors = { ...(resolution.ok ? {} : resolution.errors), ...(start.ok ? {} : start.errors) };
    return { outcome: 'refused', errors };
  }
  const ref = makeRef(context.random);
  const saved = await saveOnce(context, { key: form.key, content: { ...form, key: '' } }, async (work) => {
    await write(work, ref, form, { ...start.resolved, ...resolution.resolved });
    return ref;
  });
  if (saved.outcome !== 'key-reused') return { outcome: saved.outcome, ref: saved.ref };
  const title = 'This form was saved once already, with other words. Save it again to make another.';
  return { outcome: 'refused', errors: { title } };
}

async function write(
  work: Work,
  ref: string,
  form: ObjectiveForm,
  resolved: ResolvedObjective & { stage: Term; trackId: number },
): Promise<void> {
  const { context, trx } = work;
  const { keys, reference, actor } = context;
  const { stage, level } = resolved;
  const at = context.now.toISOString();
  const text = (column: 'title' | 'next_step', words: string) =>
    storedText(keys, level, `objective|${column}|${ref}`, words);
  const id = await insertObjective(trx, {
    ref,
    title: text('title', form.title),
    country_id: resolved.countryId,
    work_area_id: resolved.workAreaId,
    instrument_id: resolved.instrumentId,
    track_id: resolved.trackId,
    stage_id: stage.id,
    meaning: stage.meaning ?? 'open',
    moved_on: form.since,
    owner_id: resolved.ownerId,
    target_on: form.target === '' ? null : form.target,
    next_step: form.nextStep === '' ? null : text('next_step', form.nextStep),
    level,
    owning_team_id: owningTeamFor(context, resolved.countryId),
    author_id: actor.accountId,
    created_at: at,
    updated_at: at,
  });
  await insertObjectiveMove(trx, {
    ref: makeRef(context.random),
    objective_id: id,
    from_stage_id: null,
    stage_id: stage.id,
    occurred_on: form.since,
    evidence: 'staff_judgement',
    author_id: actor.accountId,
    created_at: at,
  });
  await replaceObjectiveReaders(trx, id, resolved.readerIds);
  await writeObjectiveAudience(trx, id);
  work.record({
    action: 'objective.set',
    noun: 'objective',
    id,
    ref,
    changes: {
      title: [null, form.title],
      country: [null, form.country],
      stage: [null, stage.code],
      on: [null, form.since],
      instrument: [
        null,
        resolved.instrumentId === null ? null : reference.instrumentById(resolved.instrumentId).code,
      ],
      owner: [null, form.owner],
      target: [null, form.target],
      next_step: [null, form.nextStep],
      sensitivity: [null, form.sensitivity],
      readers: [null, form.readers],
    },
    sealed: level === 3,
  });
}
