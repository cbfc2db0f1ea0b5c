import type { LoaderFunctionArgs } from '@remix-run/node';
import { CommitmentPage } from '#app/components/commitments/commitment-page.tsx';
import { showCommitment } from '#app/domain/commitments/show-commitment.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Commitment · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showCommitment(context, args.params.ref ?? ''));
}

export default function Commitment() {
  return <CommitmentPage view={usePage<typeof loader>()} />;
}
