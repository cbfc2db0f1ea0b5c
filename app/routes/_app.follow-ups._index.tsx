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

/**
 * The list follows every act, and says so where a colleague was faster. Not after one that failed: on a lost line,
 * asking anew would take the page and its text away.
 */
export const shouldRevalidate = ({ actionStatus = 200 }: ShouldRevalidateFunctionArgs) =>
  actionStatus < 400 || actionStatus === 409;

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
