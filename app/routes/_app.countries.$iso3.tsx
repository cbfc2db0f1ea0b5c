import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { CountryPage } from '#app/components/countries/country-page.tsx';
import { showCountry } from '#app/domain/countries/show-country.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.name);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showCountry(context, args.params.iso3 ?? ''));
}

export default function Country() {
  return <CountryPage country={usePage<typeof loader>()} />;
}
