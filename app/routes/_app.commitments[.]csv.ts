import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportCommitments } from '#app/domain/commitments/export-commitments.server.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { csvFile } from '#app/web/csv-file.server.ts';
import { readCommitmentsAsked } from '#app/web/register-request.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireRecentSignIn(args);
  const { after: _page, ...question } = readCommitmentsAsked(args.request);
  return csvFile('commitments', await exportCommitments(context, question));
}
