import type { LoaderFunctionArgs } from '@remix-run/node';
import { previewAudience } from '#app/domain/interactions/preview-audience.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** Who would read an interaction: `?sensitivity=&team=&countries=&staff=&readers=&subject=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request, { lists: ['countries', 'staff', 'readers'] });
  const question = {
    sensitivity: query.one('sensitivity'),
    team: query.one('team'),
    countries: query.many('countries'),
    staff: query.many('staff'),
    readers: query.many('readers'),
  };
  return Response.json(await previewAudience(context, question, query.one('subject')));
}
