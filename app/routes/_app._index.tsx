import type { LoaderFunctionArgs } from '@remix-run/node';
import { Desk } from '#app/components/desk/desk.tsx';
import { showDesk } from '#app/domain/desk/show-desk.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'My desk · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  return page(await showDesk(await requireContext(args)));
}

export default function MyDesk() {
  return <Desk desk={usePage<typeof loader>()} />;
}
