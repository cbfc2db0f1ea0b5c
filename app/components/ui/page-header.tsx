import type { ReactNode } from 'react';

interface Crumb {
  label: string;
  href: string;
}

/** Title, what it is about, and what can be done here. `marks` stand right after the title (a level, a state). */
export function PageHeader(props: {
  title: string;
  marks?: ReactNode;
  meta?: ReactNode;
  acts?: ReactNode;
  crumbs?: readonly Crumb[];
}) {
  return (
    <>
      {props.crumbs?.length ? <Breadcrumbs crumbs={props.crumbs} /> : null}
      <div className="bar">
        <h1>{props.title}</h1>
        {props.marks}
        {props.meta ? <span className="meta">{props.meta}</span> : null}
        {props.acts ? <span className="acts">{props.acts}</span> : null}
      </div>
    </>
  );
}

/** The way up; the page itself is its heading and is left out. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
