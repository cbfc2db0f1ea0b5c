import { Outlet } from '@remix-run/react';
export default function SignedIn() {
  return <main id="main"><Outlet /></main>;
}
