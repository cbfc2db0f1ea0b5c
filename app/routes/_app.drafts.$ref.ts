import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { discardDraft } from '#app/domain/drafts/discard-draft.server.ts';
import { keepDraft } from '#app/domain/drafts/keep-draft.server.ts';
import { INTERACTION_SHAPE } from '#app/domain/interactions/form-shape.ts';
import { readInteractionForm } from '#app/domain/interactions/read-form.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';

/** Keeps what stands in an open form, or throws it away. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '' } = args.params;
  const { fields } = await readForm(args.request, INTERACTION_SHAPE);
  if (fields.one('intent') === 'discard') {
    await discardDraft(context, ref);
    return redirect(pathTo.newInteraction(), 303);
  }
  const form = { ...readInteractionForm(fields), key: ref };
  return Response.json({ keptAt: await keepDraft(context, { subject: fields.one('subject'), form }) });
}
