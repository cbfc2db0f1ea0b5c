import { useEffect } from 'react';

/**
 * `j` and `k` move through the rows, `e`, `s`, `a` and `z` press the buttons of the row that has the focus. Not while
 * one types, and not for who has switched single keys off (WCAG 2.1.4).
 */
export function useFollowUpKeys(off: boolean): void {
  useEffect(() => {
    if (off) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === 'j' || event.key === 'k') {
        const to = at < 0 ? rows[0] : rows[at + (event.key === 'j' ? 1 : -1)];
        if (to) goTo(to, event);
      } else if (/^[esaz]$/.test(event.key)) {
        const row = rows[at] ?? rows[0];
        if (!row) return;
        const button = row.querySelector<HTMLElement>(`[data-row-key="${event.key}"]`);
        // The first press only shows which row it would be.
        if (at < 0) goTo(row, event);
        else if (button) {
          event.preventDefault();
          button.click();
        }
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [off]);
}

function goTo(row: HTMLElement, event: KeyboardEvent): void {
  event.preventDefault();
  row.querySelector<HTMLElement>('[data-row-title]')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement) return !/^(?:checkbox|radio|button|submit)$/.test(target.type);
  return target.closest('textarea, select, [contenteditable]') !== null;
}
