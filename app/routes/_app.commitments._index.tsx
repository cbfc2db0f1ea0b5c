import type { LoaderFunctionArgs } from '@remix-run/node';
import { CommitmentRegister } from '#app/components/commitments/commitment-register.tsx';
import { listCommitmentRegister } from '#app/domain/commitments/list-commitments.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readCommitmentsAsked } from '#app/web/register-request.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Commitments · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listCommitmentRegister(context, readCommitmentsAsked(args.request)));
}

export default function Commitments() {
  return <CommitmentRegister register={usePage<typeof loader>()} />;
}
