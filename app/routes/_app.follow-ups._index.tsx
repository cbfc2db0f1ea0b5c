import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FollowUpRegister } from '#app/components/follow-ups/follow-up-register.tsx';
import { listFollowUpsPage } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

export const handle = { hydrate: true };
export const meta = () => [{ title: 'Follow-ups · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  return listFollowUpsPage(context, {
    assignee: query.one('assignee'),
    country: query.one('country'),
    work_area: query.one('work_area'),
    status: query.one('status'),
    after: query.one('after'),
  });
}

export default function FollowUps() {
  return <FollowUpRegister list={useLoaderData<typeof loader>()} />;
}
