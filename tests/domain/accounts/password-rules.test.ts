import { expect, it } from 'vitest';
import { passwordFault } from '#app/domain/accounts/password-rules.server.ts';

const about = ['Amina Officer', 'amina.officer@example.org'];

it.each([
  ['short', /at least 12/],
  ['x'.repeat(201), /at most 200/],
  ['password1234', /first that people try/],
  ['Football2026!!', /first that people try/],
  ['abcabcabcabcabc', /simple pattern/],
  ['abcdefghijklmnop', /simple pattern/],
  ['111111111111', /first that people try|simple pattern/],
  ['aminaofficer12', /own name/],
])('refuses %s', (password, words) => expect(passwordFault(password, about)).toMatch(words));

it.each(['seven green umbrellas', 'Zażółć gęślą jaźń', 'k3!vTq9_Lw2#xZ'])('takes %s', (password) =>
  expect(passwordFault(password, about)).toBeUndefined(),
);
