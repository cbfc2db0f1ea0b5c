const keys: [key: string, words: string][] = [
  ['n', 'Log interaction'],
  ['/', 'Search'],
  ['Ctrl or ⌘ K', 'Search, from inside a field too'],
  ['g d', 'Go to my desk'],
  ['g i', 'Go to interactions'],
  ['g f', 'Go to follow-ups'],
  ['g c', 'Go to countries'],
  ['g o', 'Go to organisations'],
  ['g p', 'Go to people'],
  ['g k', 'Go to the calendar'],
  ['t', 'Today, in the calendar'],
  ['j, k', 'Next and previous follow-up of a list'],
  ['e, s, a, z', 'Complete, snooze, assign it; undo that'],
  ['g a', 'Go to advice'],
  ['m', 'Make advice of the notes selected'],
  ['Ctrl or ⌘ Enter', 'Save the form you are in'],
  ['Ctrl or ⌘ Alt Enter', 'Save it and log another'],
  ['Esc', 'Close what is open'],
  ['?', 'This list'],
];

/** Shows the list of keys; made when first asked for, and the browser's own dialog keeps the focus. */
export function openKeyList(): void {
  const known = document.querySelector<HTMLDialogElement>('#key-list');
  (known ?? build()).showModal();
}

function build(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.id = 'key-list';
  dialog.setAttribute('aria-labelledby', 'key-list-title');
  const title = document.createElement('h2');
  title.id = 'key-list-title';
  title.textContent = 'Keys';
  const list = document.createElement('dl');
  list.className = 'keys';
  for (const [key, words] of keys) {
    const term = document.createElement('dt');
    const cap = document.createElement('kbd');
    cap.textContent = key;
    term.append(cap);
    const meaning = document.createElement('dd');
    meaning.textContent = words;
    list.append(term, meaning);
  }
  const form = document.createElement('form');
  form.method = 'dialog';
  const close = document.createElement('button');
  close.className = 'button';
  close.textContent = 'Close';
  form.append(close);
  dialog.append(title, list, form);
  document.body.append(dialog);
  return dialog;
}
