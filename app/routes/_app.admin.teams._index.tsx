import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { TeamList } from '#app/components/admin/team-list.tsx';
import { createTeam } from '#app/domain/teams/create-team.server.ts';
import { listTeams } from '#app/domain/teams/list-teams.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext, requireRecentSignIn } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

export const meta = () => [{ title: 'Teams · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  return page(await listTeams(await requireContext(args)));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const { fields } = await readForm(args.request);
  const name = fields.one('name');
  const answer = await createTeam(context, { name });
  if (answer.outcome === 'refused') return data({ name, error: answer.errors.name }, { status: 422 });
  return redirectWithToast(args.context, pathTo.team(answer.ref), { message: 'The team is made.' });
}

export default function Teams() {
  return <TeamList list={usePage<typeof loader>()} {...useActionData<typeof action>()} />;
}
