import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { InstrumentPage } from '#app/components/instruments/instrument-page.tsx';
import { showInstrument } from '#app/domain/instruments/show-instrument.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.label);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const group = readQuery(args.request).one('status');
  return page(await showInstrument(context, args.params.code ?? '', group));
}

export default function Instrument() {
  return <InstrumentPage instrument={usePage<typeof loader>()} />;
}
