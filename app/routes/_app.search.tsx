import type { LoaderFunctionArgs } from '@remix-run/node';
import { NameResults } from '#app/components/search/name-results.tsx';
import { searchNames } from '#app/domain/search/search-names.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Names · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await searchNames(context, readQuery(args.request).one('q')));
}

export default function Names() {
  return <NameResults results={usePage<typeof loader>()} />;
}
