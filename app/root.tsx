import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react';
import type { ReactNode } from 'react';
import documentScriptUrl from 'virtual:document-script';
import { ErrorPage } from '#app/web/error-page.tsx';
import { useRenderMode } from '#app/web/render-mode.tsx';
import iconUrl from './icon.svg?url&no-inline';
import './styles/app.css';

export const meta = () => [{ title: 'Rapport' }];

export function Layout({ children }: { children: ReactNode }) {
  const { hydrate, nonce } = useRenderMode();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={iconUrl} type="image/svg+xml" />
        <Meta />
        <Links />
        <script defer src={documentScriptUrl} nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        {children}
        {hydrate ? <ScrollRestoration nonce={nonce} /> : null}
        {hydrate ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
