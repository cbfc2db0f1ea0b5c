import type { LoaderFunctionArgs } from '@remix-run/node';
import { recallPartner } from '#app/domain/partners/recall-partner.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** What stands beside the form about a partner: `?organisation=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const memory = await recallPartner(context, readQuery(args.request).one('organisation'));
  return Response.json(memory ?? null);
}
