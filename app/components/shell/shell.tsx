import type { ReactNode } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import type { ToastMessage } from '../ui/toast.tsx';
import type { Place } from './places.ts';
import { SideNav } from './side-nav.tsx';
import type { AreaPlace } from './side-nav.tsx';

export interface ShellProps {
  /** On a phone these, at most four, stand in the bar at the foot; the rest opens by "More". */
  places: readonly Place[];
  morePlaces: readonly (readonly Place[])[];
  areas: readonly AreaPlace[];
  /** Who is signed in. */
  account: { name: string; note?: string; settingsHref: string };
  signOutAction: string;
  searchAction: string;
  query?: string;
  /** Left out for an account that may log nothing. */
  logHref?: string | undefined;
  toasts?: readonly ToastMessage[];
  children: ReactNode;
}

/**
 * What stands around every page of a signed-in reader. The account comes after main, so that the first submit button
 * in the document is the page's own; the search form has none (Enter submits it).
 */
export function Shell(props: ShellProps) {
  return (
    <div className="shell">
      <a className="skip button main" href="#main">
        Skip to content
      </a>
      <SideNav places={props.places} morePlaces={props.morePlaces} areas={props.areas} />
      <header className="topbar">
        <form action={props.searchAction} role="search">
          <input
            type="search"
            name="q"
            id="search"
            defaultValue={props.query}
            placeholder="Search people, partners, countries"
            aria-label="Search"
            aria-keyshortcuts="/"
            enterKeyHint="search"
          />
        </form>
        <span className="go-anywhere">
          <Kbd>/</Kbd> to search, <Kbd>?</Kbd> for all keys
        </span>
        {props.logHref ? (
          <a className="button main" href={props.logHref} aria-keyshortcuts="n" data-log="">
            Log interaction <Kbd>n</Kbd>
          </a>
        ) : null}
      </header>
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="account">
        <span>
          <a href={props.account.settingsHref}>{props.account.name}</a>
          {props.account.note}
        </span>
        <form method="post" action={props.signOutAction}>
          <button className="button quiet">Sign out</button>
        </form>
      </footer>
      <ToastRegion toasts={props.toasts ?? []} />
    </div>
  );
}
