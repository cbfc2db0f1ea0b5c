import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react';
import { FollowUpRegister } from '#app/components/follow-ups/follow-up-register.tsx';
import { listFollowUpsPage } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { postCompletion } from '#app/web/completion-post.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { readFollowUpQuestion } from '#app/web/register-request.server.ts';
import { answerOrUnsaved } from '#app/web/unsaved.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Follow-ups · Rapport' }];

/** What was completed in place stays where it is, with its way back, until the list is opened anew. */
export const shouldRevalidate = ({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formMethod === 'POST' ? false : defaultShouldRevalidate;

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return listFollowUpsPage(context, readFollowUpQuestion(args.request));
}

/** The script's way to complete or reopen a row, named by `ref`; without it the row posts to the completion itself. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const form = await readForm(args.request, { limits: { outcome: 20_000 } });
  const { status, answer } = await postCompletion(context, form.fields.one('ref'), form);
  return data(answer, { status });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrUnsaved(() => serverAction<typeof action>());

export default function FollowUps() {
  return <FollowUpRegister list={useLoaderData<typeof loader>()} />;
}
