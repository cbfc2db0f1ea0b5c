import type { LoaderFunctionArgs } from '@remix-run/node';
import { OrganisationList } from '#app/components/organisations/organisation-list.tsx';
import { listOrganisationPage } from '#app/domain/organisations/list-organisations.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Organisations · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  const question = {
    q: query.one('q'),
    country: query.one('country'),
    partnerType: query.one('partner_type'),
    after: query.one('after'),
  };
  return page(await listOrganisationPage(context, question));
}

export default function Organisations() {
  return <OrganisationList list={usePage<typeof loader>()} />;
}
