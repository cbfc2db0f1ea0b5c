export interface Tab {
  label: string;
  href: string;
  count?: string;
  current?: boolean;
}

/** Views of one thing, each with its own address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count ? <small>{tab.count}</small> : null}
        </a>
      ))}
    </nav>
  );
}
