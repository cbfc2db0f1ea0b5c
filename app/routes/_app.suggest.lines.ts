import type { ActionFunctionArgs } from '@remix-run/node';
import { linesOf } from '#app/domain/interactions/participant-text.ts';
import { today } from '#app/domain/kernel/context.ts';
import { resolveLines } from '#app/domain/partners/resolve-lines.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';

/** What each line of a pasted list may mean. A post because lists are long; it changes nothing. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { fields } = await readForm(args.request, { limits: { lines: 10_000 } });
  const lines = linesOf(fields.one('lines'));
  return Response.json(await resolveLines(context, lines, fields.one('on') || today(context)));
}
