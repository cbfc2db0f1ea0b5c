import type { LoaderFunctionArgs } from '@remix-run/node';
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { markCurrent } from '#app/components/shell/places.ts';
import { Shell } from '#app/components/shell/shell.tsx';
import { mayAdminister } from '#app/domain/accounts/policy.ts';
import { mayLogInteraction } from '#app/domain/interactions/policy.ts';
import { countUnread, MOST_COUNTED } from '#app/domain/notifications/count-unread.server.ts';
import { areaLabels } from '#app/domain/reference/labels.server.ts';
import { pathTo } from '#app/paths.ts';
import { requireContext } from '#app/web/context.server.ts';
import { takeToast } from '#app/web/toast.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args);
  const { name, shortcutsOff } = context.actor;
  const toast = takeToast(args.context, args.request);
  const toasts = toast ? [toast] : [];
  const areas = areaLabels(
    context,
    context.reference.terms('work_area').map(({ id }) => id),
  );
  const mayRun = mayAdminister(context.actor);
  const mayLog = mayLogInteraction(context.actor);
  const unread = unreadWords(await countUnread(context));
  return { name, shortcutsOff, mayLog, mayRun, unread, areas, toasts };
}

function unreadWords(unread: number): string {
  if (unread === 0) return '';
  return unread > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unread);
}

/** After an act that failed nothing has changed; on a lost line, asking anew would take the page and its text away. */
export const shouldRevalidate = ({ actionStatus = 200 }: ShouldRevalidateFunctionArgs) => actionStatus < 400;

const places = [
  { label: 'My desk', href: pathTo.desk() },
  { label: 'Interactions', href: pathTo.interactions() },
  { label: 'Follow-ups', href: pathTo.followUps() },
  { label: 'Countries', href: pathTo.countries() },
];
const inboxPlace = { label: 'Inbox', href: pathTo.inbox() };
const partnerPlaces = [
  { label: 'Organisations', href: pathTo.organisations() },
  { label: 'People', href: pathTo.people() },
];
const registerPlaces = [
  { label: 'Calendar', href: pathTo.calendar() },
  { label: 'Advice', href: pathTo.advice() },
  { label: 'Commitments', href: pathTo.commitments() },
  { label: 'Objectives', href: pathTo.objectives() },
  { label: 'Reviews', href: pathTo.reviews() },
  { label: 'Recommendations', href: pathTo.recommendations() },
  { label: 'Instruments', href: pathTo.instruments() },
];
const adminPlaces = [
  { label: 'Accounts', href: pathTo.accounts() },
  { label: 'Teams', href: pathTo.teams() },
  { label: 'Mail not sent', href: pathTo.failedMails() },
];

export default function SignedIn() {
  const { name, shortcutsOff, mayLog, mayRun, unread, areas, toasts } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  return (
    <div data-shortcuts={shortcutsOff ? 'off' : 'on'} data-keys="">
      <Shell
        places={markCurrent(places, pathname)}
        morePlaces={[
          markCurrent([{ ...inboxPlace, count: unread }], pathname),
          markCurrent(partnerPlaces, pathname),
          markCurrent(registerPlaces, pathname),
          ...(mayRun ? [markCurrent(adminPlaces, pathname)] : []),
        ]}
        areas={areas.map((area) => {
          const href = pathTo.workArea(area.code);
          return { area, href, current: pathname === href };
        })}
        account={{ name, settingsHref: pathTo.settings() }}
        signOutAction={pathTo.signOut()}
        searchAction={pathTo.search()}
        query={pathname === pathTo.search() ? (new URLSearchParams(search).get('q') ?? '') : undefined}
        logHref={mayLog ? pathTo.newInteraction() : undefined}
        toasts={toasts}
      >
        <Outlet />
      </Shell>
    </div>
  );
}
