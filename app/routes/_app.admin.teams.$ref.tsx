import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { TeamPageView } from '#app/components/admin/team-page.tsx';
import { showTeam } from '#app/domain/teams/show-team.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext, requireRecentSignIn } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { postTeam } from '#app/web/team-post.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Team · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showTeam(context, args.params.ref ?? ''));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const ref = args.params.ref ?? '';
  const refused = await postTeam(context, ref, await readForm(args.request, { lists: ['countries'] }));
  if (refused) return data(refused, { status: 422 });
  return redirectWithToast(args.context, pathTo.team(ref), { message: 'Saved.' });
}

export default function Team() {
  return <TeamPageView team={usePage<typeof loader>()} {...useActionData<typeof action>()} />;
}
