import type { LoaderFunctionArgs } from '@remix-run/node';
import { suggestPartners } from '#app/domain/partners/suggest-partners.server.ts';
import { today } from '#app/domain/kernel/context.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** Partners for the picker: `?q=&on=&country=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request, { lists: ['country'] });
  const question = {
    text: query.one('q'),
    on: query.one('on') || today(context),
    countries: query.many('country'),
  };
  return Response.json(await suggestPartners(context, question));
}
