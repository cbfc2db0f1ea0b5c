import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportObjectives } from '#app/domain/objectives/export-objectives.server.ts';
import { requireRecentSignIn } from '#app/web/context.server.ts';
import { csvFile } from '#app/web/csv-file.server.ts';
import { readObjectiveRequest } from '#app/web/objective-request.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireRecentSignIn(args);
  return csvFile('objectives', await exportObjectives(context, readObjectiveRequest(args.request)));
}
