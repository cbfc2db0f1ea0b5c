import { expect, it } from 'vitest';
import { exportedFunction, read, sourcesIn } from './source.ts';

const routes = sourcesIn('app/routes');
const longest = 15;

it('a loader or action reads aloud: at most 15 lines', () => {
  const long = routes.flatMap((path) =>
    ['loader', 'action'].flatMap((name) => {
      const lines = exportedFunction(path, name)?.lines ?? 0;
      return lines > longest ? [`${path}: ${name} has ${lines} lines`] : [];
    }),
  );
  expect(long).toEqual([]);
});

it('every loader and action behind the sign-in asks for the context', () => {
  const open = routes
    .filter((path) => /\/_app\.?/.test(path))
    .flatMap((path) =>
      ['loader', 'action'].flatMap((name) => {
        const found = exportedFunction(path, name);
        return found && !/\brequire(?:Context|RecentSignIn)\(/.test(found.text) ? [`${path}: ${name}`] : [];
      }),
    );
  expect(open).toEqual([]);
});

it('what takes records out, or changes accounts and teams, asks for a recent sign-in', () => {
  const asked: [path: string, name: string][] = [
    ...routes.filter((path) => path.includes('[.]csv')).map((path): [string, string] => [path, 'loader']),
    ...routes.filter((path) => path.includes('_app.admin')).map((path): [string, string] => [path, 'action']),
  ];
  const lax = asked.filter(([path, name]) => {
    const found = exportedFunction(path, name);
    return found && !/\brequireRecentSignIn\(/.test(found.text);
  });
  expect(lax.map(([path, name]) => `${path}: ${name}`)).toEqual([]);
});

it('only these pages are open to strangers', () => {
  const outside = routes
    .filter((path) => !/\/_app\b/.test(path))
    .map((path) => path.replace('app/routes/', ''));
  const known = [
    '[_]ui.tsx',
    'feeds.$token[.]ics.ts',
    'healthz.ts',
    'login.tsx',
    'logout.ts',
    'setup.$token.tsx',
  ];
  expect(outside.filter((path) => !known.includes(path) && !path.startsWith('[_]ui'))).toEqual([]);
});

it('only root has an error boundary: one page for all that goes wrong', () => {
  expect(routes.filter((path) => /export (?:function|const) ErrorBoundary/.test(read(path)))).toEqual([]);
});
