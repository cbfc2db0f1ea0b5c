import type { Context } from '../kernel/context.ts';
import { recallPartner } from '../partners/recall-partner.server.ts';
import type { InteractionForm } from './form.ts';
import type { FormView } from './form-view.ts';
import { offerFormChoices } from './offer-form-choices.server.ts';
import { previewAudience } from './preview-audience.server.ts';

/** The page of a form: its lists, who will read it, what is known of the first partner, and what `shown` adds. */
export async function viewForm(
  context: Context,
  form: InteractionForm,
  shown: Partial<Omit<FormView, 'form' | 'choices' | 'audience' | 'memory'>> = {},
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
    choices: await offerFormChoices(context),
    audience: await previewAudience(context, form, shown.subject ?? ''),
    memory: memory ?? null,
  };
}
