import { writeObjectiveAudience } from '#db/objective-audience.ts';
import { updateAuditValue } from '#db/queries/audit.ts';
import type { ObjectiveRecord } from '#db/queries/objective-reads.ts';
import { listOpenValuesOfObjective, rewriteObjectiveTexts } from '#db/queries/objective-texts.ts';
import { replaceObjectiveReaders, updateObjective } from '#db/queries/objective-writes.ts';
import { resealAttachments } from '../attachments/reseal-attachments.server.ts';
import { wouldRead } from '../interactions/policy.ts';
import { sealAuditValue } from '../kernel/audit-chain.server.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit, type Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';
import { CHANGED_MEANWHILE, findChangeable } from './find-changeable.server.ts';
import { formOfObjective } from './form-of-objective.server.ts';
import { EDITABLE, mergeObjectives, type EditableField, type ObjectiveForm } from './objective-form.ts';
import { resolveObjective, type ResolvedObjective } from './resolve-objective.server.ts';

export interface EditInput {
  form: ObjectiveForm;
  /** The form as it was opened, so that two edits can be put together. */
  base: ObjectiveForm;
  /** By field, "mine" or "theirs", where both changed the same. */
  choices: Partial<Record<string, string>>;
}

export type EditOutcome =
  | { outcome: 'saved' }
  | { outcome: 'refused'; errors: FormErrors }
  /** `theirs`: what stands there now; the next save starts from it. */
  | { outcome: 'stale'; theirs: ObjectiveForm; conflicts: EditableField[]; at: string };

/**
 * Changes what an objective says; its stage changes by moves. Two edits of the same version are put together, and what
 * both changed is asked about. Throws NotFound, Forbidden, or Conflict where it is archived.
 */
export async function editObjective(context: Context, ref: string, input: EditInput): Promise<EditOutcome> {
  const row = await findChangeable(context, ref);
  const theirs = await formOfObjective(context, row, input.form.key);
  const isCurrent = input.form.version === theirs.version;
  const { form, conflicts } = isCurrent
    ? { form: input.form, conflicts: [] }
    : mergeObjectives(input.base, input.form, theirs, input.choices);
  if (conflicts.length > 0) return { outcome: 'stale', theirs, conflicts, at: row.updated_at };
  const resolution = await resolveObjective(context, form, row.track_id);
  if (!resolution.ok) return { outcome: 'refused', errors: resolution.errors };
  if (!stillReads(context, row, resolution.resolved)) {
    const readers =
      'You would not see it any more. Name yourself among the readers, or choose another level.';
    return { outcome: 'refused', errors: { readers } };
  }
  const fields = Object.keys(EDITABLE) as EditableField[];
  const said = (one: ObjectiveForm) => Object.fromEntries(fields.map((field) => [field, one[field]]));
  const changes = changesBetween(said(theirs), said({ ...form, readers: [...form.readers].sort() }));
  if (Object.keys(changes).length === 0) return { outcome: 'saved' };
  await commit(context, async (work) => {
    await write(work, row, form, resolution.resolved);
    work.record({
      action: 'objective.edited',
      noun: 'objective',
      id: row.id,
      ref,
      changes,
      sealed: row.level === 3 || resolution.resolved.level === 3,
    });
  });
  return { outcome: 'saved' };
}

/** Nobody shuts themselves out by a slip. */
function stillReads(
  { actor, reference }: Context,
  row: ObjectiveRecord,
  resolved: ResolvedObjective,
): boolean {
  return wouldRead(
    { id: actor.accountId, teamIds: actor.teamIds },
    {
      level: resolved.level,
      teamIds: [row.owning_team_id, ...reference.countryById(resolved.countryId).teamIds],
      peopleIds: [row.author_id, resolved.ownerId],
      namedIds: resolved.readerIds,
    },
  );
}

async function write(
  work: Work,
  row: ObjectiveRecord,
  form: ObjectiveForm,
  resolved: ResolvedObjective,
): Promise<void> {
  const { context, trx } = work;
  const { keys } = context;
  const { level } = resolved;
  const text = (column: 'title' | 'next_step', words: string) =>
    storedText(keys, level, `objective|${column}|${row.ref}`, words);
  const saved = await updateObjective(trx, row.id, row.version, {
    title: text('title', form.title),
    country_id: resolved.countryId,
    work_area_id: resolved.workAreaId,
    instrument_id: resolved.instrumentId,
    owner_id: resolved.ownerId,
    target_on: form.target === '' ? null : form.target,
    next_step: form.nextStep === '' ? null : text('next_step', form.nextStep),
    level,
    updated_at: context.now.toISOString(),
  });
  if (!saved) throw new Conflict(CHANGED_MEANWHILE);
  if (level !== row.level) {
    await rewriteObjectiveTexts(trx, row, level, (before, after, place, stored) =>
      storedText(keys, after, place, readText(keys, before, place, stored)),
    );
    if (level === 3) {
      for (const { event_id, body } of await listOpenValuesOfObjective(trx, row.id)) {
        await updateAuditValue(trx, event_id, sealAuditValue(keys, event_id, body));
      }
    }
    await resealAttachments(work, { objectiveId: row.id }, level);
  }
  await replaceObjectiveReaders(trx, row.id, resolved.readerIds);
  await writeObjectiveAudience(trx, row.id);
}
