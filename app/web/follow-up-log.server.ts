import { redirect, type AppLoadContext } from '@remix-run/node';
import { keepDraft } from '#app/domain/drafts/keep-draft.server.ts';
import { blankFollowUp } from '#app/domain/interactions/form.ts';
import { startForm } from '#app/domain/interactions/start-form.server.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { pathTo } from '#app/paths.ts';
import type { ReadForm } from './forms.ts';

/**
 * On to the form that logs the meeting, with what was typed: what happened as its notes, what is next as a follow-up
 * of its own. Kept as a draft, so that no address carries it. Saving the meeting completes the follow-up.
 */
export async function logFollowUp(
  _app: AppLoadContext,
  context: Context,
  ref: string,
  { fields }: ReadForm,
): Promise<Response> {
  const notes = fields.one('outcome');
  const title = fields.one('nextTitle').trim();
  if (notes.trim() === '' && title === '') return redirect(pathTo.newInteraction({ follow_up: ref }), 303);
  const blank = {
    organisation: '',
    person: '',
    country: '',
    workArea: '',
    instrument: '',
    kind: '',
    partOf: '',
  };
  const form = await startForm(context, { ...blank, followUp: ref });
  const next = blankFollowUp(fields.one('nextAssignee') || context.actor.ref, fields.one('nextDue'));
  await keepDraft(context, {
    subject: '',
    form: { ...form, notes, followUps: title === '' ? [] : [{ ...next, title }] },
  });
  return redirect(pathTo.newInteraction({ draft: form.key }), 303);
}
