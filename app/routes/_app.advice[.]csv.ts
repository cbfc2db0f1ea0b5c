import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportAdvice } from '#app/domain/advice/export-advice.server.ts';
import { readAdviceRequest } from '#app/web/advice-request.server.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { csvFile } from '#app/web/csv-file.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireRecentSignIn(args);
  return csvFile('advice', await exportAdvice(context, readAdviceRequest(args.request).words));
}
