import type { LoaderFunctionArgs } from '@remix-run/node';
import { offerObjectives } from '#app/domain/interactions/name-objectives.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** Objectives for the form that logs an interaction: `?country=&chosen=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request, { lists: ['country', 'chosen'] });
  return Response.json(await offerObjectives(context, query.many('country'), query.many('chosen')));
}
