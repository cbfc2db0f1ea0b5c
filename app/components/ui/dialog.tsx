import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';

/**
 * A modal question on a hydrated page: focus stays inside, Escape closes, focus returns to where it was (the browser's
 * own `<dialog>` does all three). Documents ask on a page of their own instead.
 */
export function Dialog(props: { open: boolean; title: string; onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (props.open && !dialog.open) dialog.showModal();
    if (!props.open && dialog.open) dialog.close();
  }, [props.open]);
  return (
    <dialog ref={box} aria-labelledby={titleId} onClose={props.onClose}>
      <h2 id={titleId}>{props.title}</h2>
      {props.open ? props.children : null}
    </dialog>
  );
}
