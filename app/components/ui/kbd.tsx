/** The key that does the same as the control it stands in; no part of the control's name. */
export function Kbd({ children }: { children: string }) {
  return <kbd aria-hidden="true">{children}</kbd>;
}
