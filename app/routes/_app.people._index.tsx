import type { LoaderFunctionArgs } from '@remix-run/node';
import { PersonList } from '#app/components/people/person-list.tsx';
import { listPeoplePage } from '#app/domain/people/list-people.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'People · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  const question = { q: query.one('q'), country: query.one('country'), after: query.one('after') };
  return page(await listPeoplePage(context, question));
}

export default function People() {
  return <PersonList list={usePage<typeof loader>()} />;
}
