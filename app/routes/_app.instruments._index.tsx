import type { LoaderFunctionArgs } from '@remix-run/node';
import { InstrumentList } from '#app/components/instruments/instrument-list.tsx';
import { listInstrumentPage } from '#app/domain/instruments/list-instruments.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Instruments · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  return page(await listInstrumentPage(await requireContext(args)));
}

export default function Instruments() {
  return <InstrumentList list={usePage<typeof loader>()} />;
}
