import { listVisibleInteractionIds } from '#db/queries/interaction-places.ts';
import { insertObjectiveStance } from '#db/queries/objective-writes.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import { today, type Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import { makeRef } from '../kernel/refs.ts';
import { saveOnce } from '../kernel/save-once.server.ts';
import { storedText } from '../kernel/sealed-text.server.ts';
import { findChangeable } from './find-changeable.server.ts';
import type { StanceForm } from './stance-form.ts';

export type ObserveOutcome =
  { outcome: 'saved' | 'already-saved'; ref: string } | { outcome: 'refused'; errors: FormErrors };

/** Notes where a partner stands. Throws NotFound, Forbidden, or Conflict where the objective is archived. */
export async function observeStance(
  context: Context,
  objective: string,
  form: StanceForm,
): Promise<ObserveOutcome> {
  const row = await findChangeable(context, objective);
  const resolved = await resolve(context, form);
  if ('errors' in resolved) return { outcome: 'refused', errors: resolved.errors };
  const { actor, keys, now } = context;
  const ref = makeRef(context.random);
  const content = { ...form, objective, key: '' };
  const saved = await saveOnce(context, { key: form.key, content }, async ({ trx, record }) => {
    const id = await insertObjectiveStance(trx, {
      ref,
      objective_id: row.id,
      organisation_id: resolved.organisation?.id ?? null,
      person_id: resolved.person?.id ?? null,
      stance_id: resolved.stanceId,
      observed_on: form.on,
      interaction_id: resolved.interactionId,
      note: form.note === '' ? null : storedText(keys, row.level, `objective_stance|note|${ref}`, form.note),
      author_id: actor.accountId,
      created_at: now.toISOString(),
    });
    record({
      action: 'stance.observed',
      noun: 'stance',
      id,
      ref,
      changes: {
        by: [null, resolved.person ? `person:${resolved.person.ref}` : form.partner],
        stance: [null, form.stance],
        on: [null, form.on],
        interaction: [null, form.interaction],
        note: [null, form.note],
      },
      sealed: row.level === 3,
    });
    return ref;
  });
  if (saved.outcome !== 'key-reused') return { outcome: saved.outcome, ref: saved.ref };
  const partner = 'This form was saved once already, with other words. Save it again to note another.';
  return { outcome: 'refused', errors: { partner } };
}

interface ResolvedStance {
  organisation: { id: number } | undefined;
  person: { id: number; ref: string } | undefined;
  stanceId: number;
  interactionId: number | null;
}

async function resolve(context: Context, form: StanceForm): Promise<ResolvedStance | { errors: FormErrors }> {
  const { db, actor, reference } = context;
  const [kind, partnerRef = ''] = form.partner.split(':');
  const errors: FormErrors = {};
  const [organisation] = kind === 'organisation' ? await listOrganisationsByRef(db, [partnerRef]) : [];
  const [person] = kind === 'person' ? await listVisiblePeopleByRef(db, actor, [partnerRef]) : [];
  if (!organisation && !person) errors['partner'] = 'Choose a partner from the list.';
  const stance = reference.findTerm('stance', form.stance);
  if (!stance || stance.retiredOn !== null) errors['stance'] = 'Choose where they stand.';
  if (form.on > today(context)) errors['on'] = 'Enter a day that is not in the future.';
  const asked = form.interaction === '' ? [] : [form.interaction];
  const [meeting] = await listVisibleInteractionIds(db, actor, asked);
  if (asked.length > 0 && !meeting) errors['interaction'] = 'Choose an interaction from the list.';
  if (!stance || Object.keys(errors).length > 0) return { errors };
  return { organisation, person, stanceId: stance.id, interactionId: meeting?.id ?? null };
}
