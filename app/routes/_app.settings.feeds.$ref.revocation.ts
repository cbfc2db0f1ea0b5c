import type { ActionFunctionArgs } from '@remix-run/node';
import { revokeFeed } from '#app/domain/calendar/revoke-feed.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST ends a feed. */
export async function action(args: ActionFunctionArgs) {
  await revokeFeed(await requireContext(args), args.params.ref ?? '');
  const message = 'Revoked. That address answers nothing from now on.';
  return redirectWithToast(args.context, pathTo.feeds(), { message });
}
