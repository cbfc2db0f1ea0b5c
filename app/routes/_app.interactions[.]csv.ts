import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportInteractions } from '#app/domain/interactions/export-interactions.server.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { csvFile } from '#app/web/csv-file.server.ts';
import { readListRequest } from '#app/web/list-request.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireRecentSignIn(args);
  return csvFile('interactions', await exportInteractions(context, readListRequest(args.request).words));
}
