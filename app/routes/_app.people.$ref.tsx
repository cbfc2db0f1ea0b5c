import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { PersonPage } from '#app/components/people/person-page.tsx';
import { showPerson } from '#app/domain/people/show-person.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readTurn } from '#app/web/paging.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.name);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showPerson(context, args.params.ref ?? '', readTurn(args.request)));
}

export default function Person() {
  return <PersonPage person={usePage<typeof loader>()} />;
}
