import type { ActionFunctionArgs } from '@remix-run/node';
import { retryMail } from '#app/domain/mail/retry-mail.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { redirectWithToast } from '#app/web/toast.server.ts';

/** POST lets a mail that was given up be tried again. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireRecentSignIn(args);
  await retryMail(context, args.params.id ?? '');
  return redirectWithToast(args.context, pathTo.failedMails(), { message: 'It is tried again now.' });
}
