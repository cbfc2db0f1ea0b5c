import { expect, it } from 'vitest';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import { carryForm, openCarriedForm } from '#app/web/carried-form.server.ts';

const keys = deriveKeys('k'.repeat(32));

async function carried(body: FormData | URLSearchParams) {
  const request = new Request('http://localhost/files/on/interaction/k3v9x0w2ab', { method: 'POST', body });
  return openCarriedForm(keys, 7, (await carryForm(keys, 7, request)) ?? '');
}

it('carries what was typed beside a file, and not the file', async () => {
  const form = new FormData();
  form.append('note', 'The list of places');
  form.append('file', new File([new Uint8Array(3_000_000)], 'list.pdf'));
  form.append('key', 'a-key');
  expect(await carried(form)).toEqual({
    to: '/files/on/interaction/k3v9x0w2ab',
    fields: [
      ['note', 'The list of places'],
      ['key', 'a-key'],
    ],
  });
});

it('carries a form of text as it is', async () => {
  expect((await carried(new URLSearchParams([['notes', 'Two\nlines']])))?.fields).toEqual([
    ['notes', 'Two\nlines'],
  ]);
});
