import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { makeRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { findChangeable } from './find-changeable.server.ts';
import { offerEvidence } from './offer-evidence.server.ts';
import type { StanceForm } from './stance-form.ts';

/** The form that notes where a partner stands. Throws NotFound, Forbidden, or Conflict on an archived objective. */
export async function startStance(context: Context, ref: string) {
  const { actor, keys, reference } = context;
  const row = await findChangeable(context, ref);
  if (row.level >= 2) {
    await recordOpening(context, {
      action: 'objective.opened',
      noun: 'objective',
      id: row.id,
      ref,
      changes: {},
    });
  }
  const form: StanceForm = {
    key: `${makeRef(context.random)}${makeRef(context.random)}`,
    partner: '',
    stance: '',
    on: today(context),
    interaction: '',
    note: '',
  };
  return {
    form,
    ref,
    title: readText(keys, row.level, `objective|title|${ref}`, row.title),
    country: countryLabel(context, row.country_id),
    stances: reference.terms('stance').map((stance) => ({
      value: stance.code,
      label: labelOf(stance.labels, actor.language),
      hint: labelOf(stance.hints, actor.language),
    })),
    meetings: await offerEvidence(context, row),
    reading: readingOf(context),
  };
}

export type StanceStart = Awaited<ReturnType<typeof startStance>>;
