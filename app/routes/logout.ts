import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signOut } from '#app/domain/accounts/sign-out.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext, sessionOf } from '#app/web/context.server.ts';
import { closeSession } from '#app/web/session.server.ts';

/** Only a post signs out; a link that leads here changes nothing. */
export const loader = () => redirect(pathTo.desk());

export async function action(args: ActionFunctionArgs) {
  const session = await sessionOf(args);
  if (session.state === 'open') await signOut(await requireContext(args), session);
  const { db, config, cookies } = args.context;
  cookies.push(await closeSession(db, config, args.request));
  const headers = { 'Clear-Site-Data': '"cache", "cookies", "storage"' };
  return redirect(pathTo.signIn(), { status: 303, headers });
}
