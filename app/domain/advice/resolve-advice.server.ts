import { findVisibleObjectiveOf } from '#db/queries/advice-record.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import type { Recipient } from '#db/queries/promise-writes.ts';
import { adviceSubject } from '../interactions/add-consequences.server.ts';
import { today, type Context } from '../kernel/context.ts';
import type { FormErrors } from '../kernel/form-fields.ts';
import type { AdviceFacts } from './add-advice.server.ts';
import type { AdviceForm } from './advice-form.ts';

export interface ResolvedAdvice extends AdviceFacts {
  objectiveId: number | null;
  /** The level of the objective; 0 where there is none. */
  objectiveLevel: number;
  /** The recipients by token. */
  byToken: Map<string, Recipient>;
}

/** Looks up every code and ref through the actor. One that is unknown and one that is hidden read the same. */
export async function resolveAdvice(
  context: Context,
  form: AdviceForm,
): Promise<{ errors: FormErrors } | { facts: ResolvedAdvice }> {
  const { db, actor, reference } = context;
  const errors: FormErrors = {};
  if (form.on > today(context))
    errors['on'] = 'Advice is given before it is recorded. Enter a day that is not in the future.';
  if (!reference.findTerm('advice_topic', form.topic)) errors['topic'] = 'Choose the kind of advice.';
  if (form.instrument !== '' && !reference.findInstrument(form.instrument))
    errors['instrument'] = 'Choose an instrument from the list.';
  const subject = adviceSubject(reference, form);
  if (form.provision !== '' && subject.provisionId === null)
    errors['provision'] = 'Choose a provision from the list.';
  const workAreas = form.workAreas.map((code) => reference.findTerm('work_area', code)?.id);
  if (!workAreas.every((id) => id !== undefined)) errors['workAreas'] = 'Choose work areas from the list.';
  const countries = form.countries.map((iso3) => reference.findCountry(iso3)?.id);
  if (!countries.every((id) => id !== undefined)) errors['countries'] = 'Choose countries from the list.';
  const byToken = await findRecipients(context, form.recipients);
  if (form.recipients.some((token) => !byToken.has(token)))
    errors['recipients'] =
      'One of the recipients is not in the list any more. Take it out, or pick it again.';
  const objective =
    form.objective === '' ? undefined : await findVisibleObjectiveOf(db, actor, form.objective);
  if (form.objective !== '' && !objective) errors['objective'] = 'Choose an objective from the list.';
  if (Object.keys(errors).length > 0) return { errors };
  const found = (ids: (number | undefined)[]) => ids.filter((id) => id !== undefined);
  return {
    facts: {
      text: form.text,
      ...subject,
      objectiveId: objective?.id ?? null,
      objectiveLevel: objective?.level ?? 0,
      recipients: [...byToken.values()],
      byToken,
      links: { workAreas: found(workAreas), countries: found(countries) },
    },
  };
}

/** Recipients by token, as far as the actor sees them. */
async function findRecipients(
  { db, actor }: Context,
  tokens: readonly string[],
): Promise<Map<string, Recipient>> {
  const refs = (kind: string) =>
    tokens.filter((token) => token.startsWith(`${kind}:`)).map((token) => token.slice(kind.length + 1));
  const people = await listVisiblePeopleByRef(db, actor, refs('person'));
  const organisations = await listOrganisationsByRef(db, refs('organisation'));
  return new Map<string, Recipient>([
    ...people.map(({ ref, id }) => [`person:${ref}`, { person_id: id, organisation_id: null }] as const),
    ...organisations.map(
      ({ ref, id }) => [`organisation:${ref}`, { person_id: null, organisation_id: id }] as const,
    ),
  ]);
}
