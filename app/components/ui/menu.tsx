import type { ReactNode } from 'react';

/** Further acts behind a button. A `<details>`, so it opens without script; items are `<li>` with a link, or a form with a button. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="menu" {...{ name: 'menu' }}>
      <summary className="button">
        {label} <span aria-hidden="true">▾</span>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}
