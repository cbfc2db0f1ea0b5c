import type { LoaderFunctionArgs } from '@remix-run/node';
import { ObjectivePage } from '#app/components/objectives/objective-page.tsx';
import { showObjective } from '#app/domain/objectives/show-objective.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Objective · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showObjective(context, args.params.ref ?? ''));
}

export default function Objective() {
  return <ObjectivePage view={usePage<typeof loader>()} />;
}
