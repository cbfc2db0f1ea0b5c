import type { ReactNode } from 'react';

/** A page outside the shell: sign-in, set-up, an error. */
export function BarePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="bare">
      <div>
        <header>
          <a className="brand" href="/">
            Rapport
          </a>
        </header>
        <main id="main" tabIndex={-1}>
          <h1>{title}</h1>
          {children}
        </main>
      </div>
    </div>
  );
}
