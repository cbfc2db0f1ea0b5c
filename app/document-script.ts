// The one script of every page, for comfort only: each page is whole without it. It alters nothing that the
// framework may still be hydrating; it listens at the document and acts when asked.
import { openKeyList } from './document-keys.ts';
import './document-upload.ts';
import { makeAdvice } from './document-passages.ts';

const chordTime = 1500;
const places: Record<string, string> = {
  d: '/',
  i: '/interactions',
  f: '/follow-ups',
  c: '/countries',
  o: '/organisations',
  p: '/people',
  k: '/calendar',
  a: '/advice',
};

// long before the page was: its clock begins with it
let chordBegun = -Infinity;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const chord = event.ctrlKey || event.metaKey;
  if (chord && event.key === 'Enter') return saveForm(event, target);
  if (chord && event.key.toLowerCase() === 'k') return focusSearch(event);
  if (event.key === 'Escape') return dismissToasts();
  if (chord || event.altKey || isTyping(target) || document.querySelector('dialog[open]')) return;
  // Single keys belong to signed-in pages, and can be switched off (WCAG 2.1.4).
  if (!document.querySelector('[data-keys]:not([data-shortcuts="off"])')) return;
  pressKey(event);
});

document.addEventListener('submit', (event) => {
  const asked = event.submitter?.getAttribute('data-confirm') ?? formOf(event)?.getAttribute('data-confirm');
  if (asked && !window.confirm(asked)) event.preventDefault();
});

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const toast = event.target.closest<HTMLElement>('[data-toast]');
  if (toast && !event.target.closest('a, button')) toast.hidden = true;
});

document.addEventListener('change', (event) => {
  const all = event.target;
  if (!(all instanceof HTMLInputElement) || !all.hasAttribute('data-select-all')) return;
  const scope = all.closest('table, form') ?? document;
  for (const box of scope.querySelectorAll<HTMLInputElement>('input[type="checkbox"][data-select]')) {
    box.checked = all.checked;
  }
});

function pressKey(event: KeyboardEvent): void {
  const inChord = event.timeStamp - chordBegun < chordTime;
  chordBegun = -Infinity;
  const place = inChord ? places[event.key] : undefined;
  if (place !== undefined) {
    event.preventDefault();
    location.assign(place);
  } else if (event.key === 'g') {
    chordBegun = event.timeStamp;
  } else if (event.key === 'n') {
    logInteraction(event);
  } else if (event.key === 't') {
    showToday(event);
  } else if (event.key === 'm') {
    if (makeAdvice()) event.preventDefault();
  } else if (event.key === '/') {
    focusSearch(event);
  } else if (event.key === '?') {
    event.preventDefault();
    openKeyList();
  }
}

/** A record's own link, which fills the form in, comes before the one of the shell. */
function logInteraction(event: KeyboardEvent): void {
  const link =
    document.querySelector<HTMLAnchorElement>('main [data-log]') ?? document.querySelector('[data-log]');
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  location.assign(link.href);
}

/** Where days are turned. */
function showToday(event: KeyboardEvent): void {
  const link = document.querySelector<HTMLAnchorElement>('main a[data-today]');
  if (!link) return;
  event.preventDefault();
  location.assign(link.href);
}

function focusSearch(event: KeyboardEvent): void {
  const search = document.querySelector<HTMLInputElement>('#search');
  if (!search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

function saveForm(event: KeyboardEvent, target: Element): void {
  const form = target.closest('form[method="post"]');
  if (!(form instanceof HTMLFormElement)) return;
  const save =
    (event.altKey ? form.querySelector<HTMLButtonElement>('[data-save-and-new]') : null) ??
    form.querySelector<HTMLButtonElement>('[data-save]') ??
    form.querySelector<HTMLButtonElement>('button:not([type="button"])');
  event.preventDefault();
  form.requestSubmit(save);
}

function dismissToasts(): void {
  for (const toast of document.querySelectorAll<HTMLElement>('[data-toast]')) toast.hidden = true;
}

function isTyping(target: Element): boolean {
  if (target instanceof HTMLInputElement)
    return !/^(?:checkbox|radio|button|submit|reset)$/.test(target.type);
  return target.closest('textarea, select, [contenteditable], [role="combobox"], [role="textbox"]') !== null;
}

function formOf(event: Event): Element | null {
  return event.target instanceof Element ? event.target : null;
}
