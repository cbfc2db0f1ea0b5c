import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react';
import { FollowUpRegister } from '#app/components/follow-ups/follow-up-register.tsx';
import { listFollowUpsPage } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { FOLLOW_UP_ACT_SHAPE, postFollowUp } from '#app/web/follow-up-post.server.ts';
import { readForm } from '#app/web/forms.ts';
import { readFollowUpsAsked } from '#app/web/register-request.server.ts';
import { answerOrUnsaved } from '#app/web/unsaved.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Follow-ups · Rapport' }];

/** What was done in place stays where it is, with its way back, until the list is opened anew. */
export const shouldRevalidate = ({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formMethod === 'POST' ? false : defaultShouldRevalidate;

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return listFollowUpsPage(context, readFollowUpsAsked(args.request));
}

/** The script's way to act on a row, named by `ref`; without it the row posts to the address of the act itself. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const form = await readForm(args.request, FOLLOW_UP_ACT_SHAPE);
  const { status, answer } = await postFollowUp(context, form.fields.one('ref'), form, 'complete');
  return data(answer, { status });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) =>
  answerOrUnsaved(() => serverAction<typeof action>());

export default function FollowUps() {
  return <FollowUpRegister list={useLoaderData<typeof loader>()} />;
}
