import type { LoaderFunctionArgs } from '@remix-run/node';
import { offerAssignees } from '#app/domain/follow-ups/list-assignees.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';

/** The colleagues to whom a follow-up may be given: `?follow_up=`. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return Response.json(await offerAssignees(context, readQuery(args.request).one('follow_up')));
}
