import type { LoaderFunctionArgs } from '@remix-run/node';
import { LOOKED_UP, lookUpChoices } from '#app/domain/interactions/look-up-choices.server.ts';
import { NotFound } from '#app/domain/kernel/errors.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** Countries, instruments or colleagues by the beginning of a name: `?q=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const list = LOOKED_UP.find((name) => name === args.params.list);
  if (!list) throw new NotFound();
  return Response.json(await lookUpChoices(context, list, readQuery(args.request).one('q')));
}
