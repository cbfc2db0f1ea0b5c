import type { ActionFunctionArgs } from '@remix-run/node';
import { requireContext } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { postMute } from '#app/web/mute-post.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST mutes the record `noun`, `ref`; with `act=unmute` it is told of again. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args);
  const { to, toast } = await postMute(context, (await readForm(args.request)).fields);
  return redirectWithToast(args.context, to, toast);
}
