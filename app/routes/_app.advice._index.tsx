import type { LoaderFunctionArgs } from '@remix-run/node';
import { AdviceRegister } from '#app/components/advice/advice-register.tsx';
import { listAdviceRegister } from '#app/domain/advice/list-advice.server.ts';
import { readAdviceRequest } from '#app/web/advice-request.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Advice · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await listAdviceRegister(context, readAdviceRequest(args.request)));
}

export default function Advice() {
  return <AdviceRegister register={usePage<typeof loader>()} />;
}
