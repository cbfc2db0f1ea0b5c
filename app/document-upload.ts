// Sends the form of a file in place, tells how far it has come, and takes files that are dropped on the list.
// Without it the form is an ordinary one.

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.dataset['upload']) return;
  const input = fileField(form);
  const [file] = input?.files ?? [];
  if (!file) return;
  event.preventDefault();
  void sendAll(form, [file]);
});

document.addEventListener('dragover', (event) => {
  const form = formUnder(event);
  if (!form || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  form.closest('[data-drop]')?.classList.add('dropping');
});

for (const name of ['dragleave', 'drop'] as const) {
  document.addEventListener(name, (event) => {
    if (event.target instanceof Element) event.target.closest('[data-drop]')?.classList.remove('dropping');
  });
}

document.addEventListener('drop', (event) => {
  const form = formUnder(event);
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!form || files.length === 0) return;
  event.preventDefault();
  void sendAll(form, files);
});

function formUnder(event: DragEvent): HTMLFormElement | null {
  if (!(event.target instanceof Element)) return null;
  return event.target.closest('[data-drop]')?.querySelector('form[data-upload]') ?? null;
}

const fileField = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[type="file"]');

/** One after the other, each with a key of its own; then the page as it is now. */
async function sendAll(form: HTMLFormElement, files: readonly File[]): Promise<void> {
  if (form.dataset['busy']) return;
  form.dataset['busy'] = 'yes';
  say(form, '');
  for (const [index, file] of files.entries()) {
    const told = files.length > 1 ? `${file.name}: ` : '';
    const answer = await send(form, file, index);
    if ('to' in answer) {
      if (index === files.length - 1) open(answer.to);
      continue;
    }
    say(form, `${told}${answer.error}`);
    delete form.dataset['busy'];
    fileField(form)?.focus();
    return;
  }
}

type Answer = { to: string } | { error: string };

function send(form: HTMLFormElement, file: File, index: number): Promise<Answer> {
  if (file.size > Number(form.dataset['limit']))
    return Promise.resolve({ error: form.dataset['tooLarge'] ?? '' });
  const body = new FormData(form);
  body.set('file', file);
  if (index > 0) body.set('key', `${String(body.get('key'))}-${index}`);
  const request = new XMLHttpRequest();
  request.open('POST', form.dataset['upload'] ?? '');
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => show(form, loaded / total));
  return new Promise((resolve) => {
    request.addEventListener('loadend', () => {
      show(form, undefined);
      resolve(answerOf(request));
    });
    show(form, 0);
    request.send(body);
  });
}

const UNREACHABLE = 'The file was not sent: the server could not be reached. Try again.';
const REFUSED: Record<number, string> = {
  401: 'You have been signed out. Open the page again in another tab, sign in there, and add the file again.',
  403: 'You may not add files here any more.',
  404: 'This record is not there any more.',
  409: 'This record was changed meanwhile. Load the page again.',
};

function answerOf({ status, response }: XMLHttpRequest): Answer {
  const answer = response as Partial<Record<'to' | 'error', string>> | null;
  if (status === 200 && answer?.to) return { to: answer.to };
  return { error: (status !== 401 && answer?.error) || (REFUSED[status] ?? UNREACHABLE) };
}

function say(form: HTMLFormElement, words: string): void {
  const error = form.querySelector<HTMLElement>('[data-upload-error]');
  if (!error) return;
  error.textContent = words;
  error.hidden = words === '';
}

/** How much of it has been sent, from 0 to 1; undefined when that is over. */
function show(form: HTMLFormElement, share: number | undefined): void {
  const bar = form.querySelector<HTMLProgressElement>('[data-upload-progress]');
  const state = form.querySelector('[data-upload-state]');
  if (!bar || !state) return;
  bar.hidden = share === undefined;
  bar.value = Math.round((share ?? 0) * 100);
  const words = share === undefined ? '' : share < 1 ? 'Uploading…' : 'Checking…';
  if (state.textContent !== words) state.textContent = words;
}

/** The page anew, at the list: it may be the one that is open. */
function open(to: string): void {
  const [path = ''] = to.split('#');
  if (path !== location.pathname) return location.assign(to);
  history.replaceState(null, '', to);
  location.reload();
}

export {};
