import type { LoaderFunctionArgs } from '@remix-run/node';
import { CountryList } from '#app/components/countries/country-list.tsx';
import { listCountryPage } from '#app/domain/countries/list-countries.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Countries · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  const question = { q: query.one('q'), region: query.one('region'), team: query.one('team') };
  return page(await listCountryPage(context, question));
}

export default function Countries() {
  return <CountryList list={usePage<typeof loader>()} />;
}
