import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { deriveKeys } from '#app/domain/kernel/keys.server.ts';
import { digestOf } from '#app/domain/kernel/submission-digest.server.ts';

it('cannot be made by somebody who guesses the words and has no key', () => {
  const [ours, theirs] = ['a', 'b'].map((letter) => deriveKeys(letter.repeat(32)));
  if (!ours || !theirs) throw new Error('No keys.');
  const said = { partner: 'person:k3v9x0w2ab', stance: 'against' };
  expect(digestOf(ours, said)).toBe(digestOf(ours, { ...said }));
  expect(digestOf(ours, said)).not.toBe(digestOf(ours, { ...said, stance: 'for' }));
  expect(digestOf(ours, said)).not.toBe(digestOf(theirs, said));
  expect(digestOf(ours, said)).not.toBe(createHash('sha256').update(JSON.stringify(said)).digest('hex'));
});
