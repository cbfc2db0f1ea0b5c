import { pathTo } from '#app/paths.ts';
import { Tabs } from '../ui/tabs.tsx';

/** What an administrator runs. */
export function AdminTabs({ current }: { current: 'accounts' | 'teams' | 'mails' }) {
  return (
    <Tabs
      label="Administration"
      tabs={[
        { label: 'Accounts', href: pathTo.accounts(), current: current === 'accounts' },
        { label: 'Teams', href: pathTo.teams(), current: current === 'teams' },
        { label: 'Mail not sent', href: pathTo.failedMails(), current: current === 'mails' },
      ]}
    />
  );
}
