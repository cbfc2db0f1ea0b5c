import type { LoaderFunctionArgs } from '@remix-run/node';
import { today } from '#app/domain/kernel/context.ts';
import { suspectDuplicates } from '#app/domain/partners/suspect-duplicates.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** Partners whose name is like the one about to be added: `?kind=person|organisation&q=&on=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request);
  const kind = query.one('kind') === 'organisation' ? 'organisation' : 'person';
  const asked = { kind, name: query.one('q'), on: query.one('on') || today(context) } as const;
  return Response.json(await suspectDuplicates(context, asked));
}
