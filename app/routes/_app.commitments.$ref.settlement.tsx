import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { CommitmentPage } from '#app/components/commitments/commitment-page.tsx';
import { showCommitment } from '#app/domain/commitments/show-commitment.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { postSettlement, SETTLEMENT_SHAPE } from '#app/web/settlement-post.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Commitment · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showCommitment(context, args.params.ref ?? ''));
}

/** POST says that it was kept or broken (`status`), or opens it again. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { ref = '' } = args.params;
  const { status, answer } = await postSettlement(
    context,
    ref,
    await readForm(args.request, SETTLEMENT_SHAPE),
  );
  if (status !== 200) return data(answer, { status });
  return redirectWithToast(args.context, pathTo.commitment(ref), answer.told);
}

/** Seen where nothing was said of it: the promise as it stands now, and why. */
export default function Settlement() {
  return <CommitmentPage view={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
