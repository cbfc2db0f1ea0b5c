// Making advice of a passage: what is selected in the notes of a meeting is offered a button beside it.

let passage = '';

function button(): HTMLButtonElement | null {
  return document.querySelector<HTMLButtonElement>('[data-make-advice]');
}

document.addEventListener('selectionchange', () => {
  const offered = button();
  const frame = offered?.closest('[data-passages]');
  if (!offered || !frame) return;
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const text = selection?.toString().trim() ?? '';
  if (!range || text === '' || !frame.contains(range.commonAncestorContainer)) {
    if (document.activeElement !== offered) offered.hidden = true;
    return;
  }
  passage = text;
  offered.hidden = false;
  const [ends, box] = [range.getClientRects(), frame.getBoundingClientRect()];
  const last = ends[ends.length - 1] ?? range.getBoundingClientRect();
  const left = Math.min(last.right - box.left, box.width - offered.offsetWidth);
  offered.style.top = `${last.bottom - box.top + 6}px`;
  offered.style.left = `${Math.max(0, left)}px`;
});

// a press on the button must not take the selection away
document.addEventListener('mousedown', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-make-advice]')) event.preventDefault();
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.id !== 'make-advice') return;
  const box = form.querySelector('textarea');
  if (!box) return;
  const selected = box.value.slice(box.selectionStart, box.selectionEnd);
  if (event.submitter?.hasAttribute('data-make-advice')) box.value = passage;
  else if (selected.trim() !== '') box.value = selected;
});

/** Presses the button for the selected passage; false where nothing is selected. */
export function makeAdvice(): boolean {
  const offered = button();
  if (!offered || offered.hidden) return false;
  offered.click();
  return true;
}
