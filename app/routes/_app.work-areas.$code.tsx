import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { WorkAreaPage } from '#app/components/work-areas/work-area-page.tsx';
import { showWorkArea } from '#app/domain/work-areas/show-work-area.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { readQuery } from '#app/web/forms.ts';
import { readTurn } from '#app/web/paging.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data?.page.area.label);

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const country = readQuery(args.request).one('country');
  return page(await showWorkArea(context, args.params.code ?? '', country, readTurn(args.request)));
}

export default function WorkArea() {
  return <WorkAreaPage view={usePage<typeof loader>()} />;
}
