import type { LoaderFunctionArgs } from '@remix-run/node';
import { partnersOf } from '#app/domain/interactions/fill-participants.server.ts';
import { today } from '#app/domain/kernel/context.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** People as of a day, by ref: `?person=&person=&on=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const query = readQuery(args.request, { lists: ['person'] });
  const people = query.many('person').slice(0, 300);
  const tokens = people.map((ref) => `person:${ref}`);
  const found = await partnersOf(context, tokens, query.one('on') || today(context));
  return Response.json(Object.fromEntries(people.map((ref) => [ref, found.get(`person:${ref}`)])));
}
