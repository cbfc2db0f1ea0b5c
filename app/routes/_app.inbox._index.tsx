import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Inbox } from '#app/components/notifications/inbox.tsx';
import { listInbox } from '#app/domain/notifications/list-inbox.server.ts';
import { readAllNotifications } from '#app/domain/notifications/read-notification.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readForm, readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Inbox · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listInbox(context, readQuery(args.request, { known: ['after'] }).one('after')));
}

/** Marks as read everything that was shown. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  await readAllNotifications(context, (await readForm(args.request)).fields.one('until'));
  return redirect(pathTo.inbox(), 303);
}

export default function InboxRoute() {
  return <Inbox inbox={usePage<typeof loader>()} />;
}
