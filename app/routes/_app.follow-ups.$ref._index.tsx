import type { LoaderFunctionArgs } from '@remix-run/node';
import { FollowUpPage } from '#app/components/follow-ups/follow-up-page.tsx';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Follow-up · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showFollowUp(context, args.params.ref ?? ''));
}

export default function FollowUp() {
  return <FollowUpPage view={usePage<typeof loader>()} />;
}
