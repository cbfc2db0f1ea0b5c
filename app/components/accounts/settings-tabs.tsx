import { pathTo } from '#app/paths.ts';
import { Tabs } from '../ui/tabs.tsx';

/** The pages of one's own settings. */
export function SettingsTabs({ current }: { current: 'account' | 'notifications' | 'feeds' }) {
  return (
    <Tabs
      label="Settings"
      tabs={[
        { label: 'Account', href: pathTo.settings(), current: current === 'account' },
        {
          label: 'What you are told',
          href: pathTo.notificationSettings(),
          current: current === 'notifications',
        },
        { label: 'Calendar feeds', href: pathTo.feeds(), current: current === 'feeds' },
      ]}
    />
  );
}
