import { pathTo } from '#app/paths.ts';
import { Tabs } from '../ui/tabs.tsx';

/** The two lists that an administrator runs. */
export function AdminTabs({ current }: { current: 'accounts' | 'teams' }) {
  return (
    <Tabs
      label="Administration"
      tabs={[
        { label: 'Accounts', href: pathTo.accounts(), current: current === 'accounts' },
        { label: 'Teams', href: pathTo.teams(), current: current === 'teams' },
      ]}
    />
  );
}
