import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { OrganisationPage } from '#app/components/organisations/organisation-page.tsx';
import { showOrganisation } from '#app/domain/organisations/show-organisation.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readTurn } from '#app/web/paging.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.name);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showOrganisation(context, args.params.ref ?? '', readTurn(args.request)));
}

export default function Organisation() {
  return <OrganisationPage organisation={usePage<typeof loader>()} />;
}
