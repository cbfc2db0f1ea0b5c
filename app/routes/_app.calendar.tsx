import type { LoaderFunctionArgs } from '@remix-run/node';
import { CalendarView } from '#app/components/calendar/calendar-page.tsx';
import { showCalendar } from '#app/domain/calendar/show-calendar.server.ts';
import { readCalendarWords } from '#app/web/calendar-request.server.ts';
import { requireContext } from '#app/web/context.server.ts';
import { page, usePage } from '#app/web/respond.ts';

export const meta = () => [{ title: 'Calendar · Rapport' }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  return page(await showCalendar(context, readCalendarWords(args.request)));
}

export default function Calendar() {
  return <CalendarView calendar={usePage<typeof loader>()} />;
}
