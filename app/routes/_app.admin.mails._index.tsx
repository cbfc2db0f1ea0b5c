import type { LoaderFunctionArgs } from '@remix-run/node';
import { FailedMails } from '#app/components/admin/failed-mails.tsx';
import { listFailedMailsPage } from '#app/domain/mail/list-failed-mails.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Mail not sent · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listFailedMailsPage(context, readQuery(args.request).one('after')));
}

export default function FailedMailsRoute() {
  return <FailedMails list={usePage<typeof loader>()} />;
}
