import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { recordHref } from '#app/components/notifications/told-words.ts';
import { readNotification } from '#app/domain/notifications/read-notification.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';

/** POST opens the record and marks the line as read; with `act=read` or `act=unread` it only marks. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const act = (await readForm(args.request)).fields.one('act');
  const line = await readNotification(context, args.params.ref ?? '', act !== 'unread');
  const marks = act === 'read' || act === 'unread';
  return redirect(marks ? `${pathTo.inbox()}#line-${line.ref}` : recordHref(line.record), 303);
}
