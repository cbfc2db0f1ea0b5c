import type { LoaderFunctionArgs } from '@remix-run/node';
import { findEvent } from '#app/domain/calendar/find-event.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { eventFile } from '#app/web/ical-file.server.ts';
import { originOf } from '#app/web/origin.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const entry = await findEvent(context, 'review', args.params.ref ?? '');
  return eventFile(entry, originOf(args.context.config, args.request));
}
