import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { useActionData, useLoaderData } from '@remix-run/react';
import { InteractionFormPage } from '#app/components/interactions/form/interaction-form.tsx';
import { usePost } from '#app/components/interactions/form/use-post.ts';
import { continueDraft, myDrafts } from '#app/domain/drafts/my-drafts.server.ts';
import { INTERACTION_SHAPE } from '#app/domain/interactions/form-shape.ts';
import { startForm } from '#app/domain/interactions/start-form.server.ts';
import { viewForm } from '#app/domain/interactions/view-form.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { answerPosted, postNewInteraction, readStart } from '#app/web/interaction-form.server.ts';
import { answerOrUnsaved } from '#app/web/unsaved.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Log an interaction · Rapport' }];
/** What is being typed must not be read anew. */
export const shouldRevalidate = () => false;

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  const draft = query.one('draft');
  const form =
    draft === '' ? await startForm(context, readStart(query)) : await continueDraft(context, draft);
  const drafts = (await myDrafts(context, '')).filter(({ ref }) => ref !== form.key);
  return viewForm(context, form, { drafts });
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const posted = await readForm(args.request, INTERACTION_SHAPE);
  return answerPosted(args.context, await postNewInteraction(context, posted));
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrUnsaved(() => serverAction<typeof action>());

export default function NewInteraction() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { view, save, post } = usePost(answered ?? loaded);
  return <InteractionFormPage title="Log an interaction" subject="" view={view} save={save} post={post} />;
}
