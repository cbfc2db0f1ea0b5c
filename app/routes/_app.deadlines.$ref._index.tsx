import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { DeadlinePage } from '#app/components/reviews/deadline-page.tsx';
import { openDeadline } from '#app/domain/reviews/open-deadline.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { postDeadline } from '#app/web/deadline-post.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Deadline · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await openDeadline(context, args.params.ref ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const answer = await postDeadline(context, args.params.ref ?? '', await readForm(args.request));
  if ('refused' in answer) return data(answer.refused, { status: answer.status });
  const back = `${pathTo.review(answer.reviewRef)}#deadlines`;
  return redirectWithToast(args.context, back, { message: 'The deadline is saved.' });
}

export default function Deadline() {
  return <DeadlinePage view={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
