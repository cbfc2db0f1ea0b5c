import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { FeedsView } from '#app/components/calendar/feeds-page.tsx';
import { listFeeds } from '#app/domain/calendar/list-feeds.server.ts';
import { openFeed } from '#app/domain/calendar/open-feed.server.ts';
import { requireContext, requireRecentSignIn } from '#app/web/context.server.ts';
import { readForm } from '#app/web/forms.ts';
import { originOf } from '#app/web/origin.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Calendar feeds · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  return page(await listFeeds(await requireContext(args)));
}

/** POST opens a feed. Its address is in this answer and nowhere else: not in a redirect, a cookie or a log. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const { fields } = await readForm(args.request);
  const form = { key: fields.one('key'), what: fields.one('what') };
  const result = await openFeed(context, form);
  const status = result.outcome === 'refused' ? 400 : 200;
  return data(
    { ...result, what: form.what, origin: originOf(args.context.config, args.request) },
    { status },
  );
}

export default function Feeds() {
  return <FeedsView feeds={usePage<typeof loader>()} answer={useActionData<typeof action>()} />;
}
