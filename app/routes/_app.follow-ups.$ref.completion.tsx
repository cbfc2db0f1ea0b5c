import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { FollowUpPage } from '#app/components/follow-ups/follow-up-page.tsx';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { pathTo } from '#app/paths.ts';
import { postCompletion } from '#app/web/completion-post.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Follow-up · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showFollowUp(context, args.params.ref ?? ''));
}

/** POST completes; with `act=reopen` it opens the follow-up again. Leads back to where it was asked. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const ref = args.params.ref ?? '';
  const form = await readForm(args.request, { limits: { outcome: 20_000 } });
  const back = form.fields.one('back') || pathTo.followUps();
  const { status, answer } = await postCompletion(context, ref, form);
  if (status !== 200) return data(answer, { status });
  const undo = { action: pathTo.followUpCompletion(ref), fields: { act: 'reopen', back } };
  const told = answer.done ? { message: 'Completed.', undo } : { message: 'Open again.' };
  return redirectWithToast(args.context, back, told);
}

/** Seen where the act was not done: the follow-up as it stands now, and why. */
export default function Completion() {
  return <FollowUpPage view={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
