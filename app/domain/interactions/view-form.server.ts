import { nameFulfilled } from '../follow-ups/fulfil-follow-up.server.ts';
import type { Context } from '../kernel/context.ts';
import { recallPartner } from '../partners/recall-partner.server.ts';
import type { InteractionForm } from './form.ts';
import type { FormChoices } from './form-choices.ts';
import type { FormView } from './form-view.ts';
import { offerFormChoices } from './offer-form-choices.server.ts';
import { offerObjectives } from './name-objectives.server.ts';
import { findWhole } from './parts.server.ts';
import { previewAudience } from './preview-audience.server.ts';

/** The page of a form: its lists, who will read it, what is known of the first partner, and what `shown` adds. */
export async function viewForm(
  context: Context,
  form: InteractionForm,
  shown: Partial<Omit<FormView, 'form' | 'choices' | 'audience' | 'memory' | 'fulfils'>> = {},
): Promise<FormView> {
  const organisation =
    form.participants.find((row) => row.organisation !== '' && row.remove === '')?.organisation ?? '';
  const memory =
    organisation === '' || organisation.startsWith('new:')
      ? undefined
      : await recallPartner(context, organisation);
  return {
    errors: {},
    matches: [],
    similar: {},
    lookups: {},
    drafts: [],
    focus: 'participants',
    subject: '',
    savedAs: '',
    base: '',
    conflicts: [],
    conflictBy: null,
    ...shown,
    form,
    choices: await choicesFor(context, form),
    audience: await previewAudience(context, form, shown.subject ?? ''),
    memory: memory ?? null,
    fulfils: await nameFulfilled(context, form.followUp),
  };
}

/** The lists, with what the form was begun from among them, however long ago it was. */
async function choicesFor(context: Context, form: InteractionForm): Promise<FormChoices> {
  const choices = {
    ...(await offerFormChoices(context)),
    objectives: await offerObjectives(context, form.countries, form.objectives),
  };
  if (form.partOf === '' || choices.wholes.some(({ value }) => value === form.partOf)) return choices;
  const whole = await findWhole(context, form.partOf);
  return whole ? { ...choices, wholes: [whole, ...choices.wholes] } : choices;
}
