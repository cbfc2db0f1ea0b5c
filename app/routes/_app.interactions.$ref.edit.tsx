import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { ClientActionFunctionArgs } from '@remix-run/react';
import { useActionData, useLoaderData, useParams } from '@remix-run/react';
import { InteractionFormPage } from '#app/components/interactions/form/interaction-form.tsx';
import { usePost } from '#app/components/interactions/form/use-post.ts';
import { continueDraft, myDrafts } from '#app/domain/drafts/my-drafts.server.ts';
import { INTERACTION_SHAPE } from '#app/domain/interactions/form-shape.ts';
import { openForEdit } from '#app/domain/interactions/open-for-edit.server.ts';
import { viewForm } from '#app/domain/interactions/view-form.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { postEdit } from '#app/web/interaction-edit.server.ts';
import { answerPosted } from '#app/web/interaction-form.server.ts';
import { answerOrUnsaved } from '#app/web/unsaved.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Edit an interaction · Rapport' }];
export const shouldRevalidate = () => false;

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '' } = args.params;
  const saved = await openForEdit(context, ref);
  const draft = readQuery(args.request).one('draft');
  const form = draft === '' ? saved : await continueDraft(context, draft, ref);
  const drafts = (await myDrafts(context, ref)).filter((one) => one.ref !== form.key);
  // A draft of an older version has lost what it began from: then every difference is asked about.
  const base = form.version === saved.version ? JSON.stringify(saved) : '';
  return viewForm(context, form, { subject: ref, drafts, base, focus: 'summary' });
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const posted = await readForm(args.request, INTERACTION_SHAPE);
  return answerPosted(args.context, await postEdit(context, args.params.ref ?? '', posted));
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrUnsaved(() => serverAction<typeof action>());

export default function EditInteraction() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { ref = '' } = useParams();
  const { view, save, post } = usePost(answered ?? loaded);
  return (
    <InteractionFormPage title="Edit an interaction" subject={ref} view={view} save={save} post={post} />
  );
}
