import { expect, it } from 'vitest';
import { localPath } from '#app/web/local-path.ts';

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/%2Fevil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\u200b/evil.example',
  ' /interactions',
  'interactions',
  '/..//evil.example',
  '/./\\evil.example',
  '',
  undefined,
  ['/interactions'],
  `/${'x'.repeat(3000)}`,
];

it.each(elsewhere)('does not go to %j', (to) => {
  expect(localPath(to)).toBe('/');
  expect(localPath(to, '/login')).toBe('/login');
});

it.each(['/', '/interactions?country=TGO&q=a%20b', '/interactions/abc#follow-ups', '/search?q=%2F%2Fevil'])(
  'goes to %s',
  (to) => expect(localPath(to)).toBe(to),
);
