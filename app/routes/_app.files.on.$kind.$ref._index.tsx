import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { AddFilePage } from '#app/components/attachments/add-file-page.tsx';
import { findAttachable } from '#app/domain/attachments/find-attachable.server.ts';
import { filesOf } from '#app/domain/attachments/list-attachments.server.ts';
import { ADDED, postFile } from '#app/web/attachment-post.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Add a file · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const parent = await findAttachable(context, args.params.kind ?? '', args.params.ref ?? '');
  return page({ ...filesOf(context, parent, [], true), pageRef: parent.pageRef });
}

/** POST brings a file to a record. It is read only once it is known that it may come. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const parent = await findAttachable(context, args.params.kind ?? '', args.params.ref ?? '');
  const post = await postFile(context, parent, args.request);
  if (!post.saved) return data(post, { status: post.status });
  return redirectWithToast(args.context, post.to, ADDED);
}

/** Seen where a file was refused, with the words that were typed beside it. */
export default function AddFile() {
  return <AddFilePage view={usePage<typeof loader>()} refused={useActionData<typeof action>()} />;
}
