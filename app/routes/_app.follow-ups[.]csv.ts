import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportFollowUps } from '#app/domain/follow-ups/export-follow-ups.server.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { csvFile } from '#app/web/csv-file.server.ts';
import { readFollowUpsAsked } from '#app/web/register-request.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const { after: _page, ...question } = readFollowUpsAsked(args.request);
  return csvFile('follow-ups', await exportFollowUps(context, question));
}
