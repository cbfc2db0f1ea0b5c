import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { AdvicePage } from '#app/components/advice/advice-page.tsx';
import { showAdvice } from '#app/domain/advice/show-advice.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';
import { titled } from '#app/web/title.ts';

/** What is sealed stays out of the browser's list of pages that were open. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data?.page.level === 'sealed' ? 'Sealed record' : data?.page.text.slice(0, 80));

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showAdvice(context, args.params.ref ?? ''));
}

export default function Advice() {
  return <AdvicePage view={usePage<typeof loader>()} />;
}
