import { pathTo } from '#app/paths.ts';
import { Tabs } from '../ui/tabs.tsx';

/** The pages of one's own settings. */
export function SettingsTabs({ current }: { current: 'account' | 'notifications' }) {
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
      ]}
    />
  );
}
