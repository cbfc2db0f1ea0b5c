import type { ServerBuild } from '@remix-run/node';
import { expect, it } from 'vitest';
import { withQuery } from '#app/paths.ts';
import { bySection } from '#app/web/sections.server.ts';

type Route = { parentId?: string; path?: string; index?: boolean };

function buildOf(routes: Record<string, Route>): ServerBuild {
  const named = Object.entries(routes).map(([id, route]) => [id, { id, ...route }]);
  const all = Object.fromEntries(named);
  return { routes: all, assets: { version: '1', routes: all } } as unknown as ServerBuild;
}

const routes = {
  root: {},
  app: { parentId: 'root' },
  desk: { parentId: 'app', index: true },
  list: { parentId: 'app', path: 'interactions', index: true },
  record: { parentId: 'app', path: 'interactions/:ref' },
  file: { parentId: 'app', path: 'interactions.csv' },
  login: { parentId: 'root', path: 'login' },
};

/** Answers with the routes that the handler of an address was given. */
async function known(of: Record<string, Route>, path: string): Promise<string> {
  const handler = bySection(buildOf(of), (build) => {
    // a page that hydrates looks up the module of each route that its assets name
    expect(Object.keys(build.assets.routes)).toEqual(Object.keys(build.routes));
    return async () => new Response(Object.keys(build.routes).join(' '));
  });
  return (await handler(new Request(`http://localhost${path}`))).text();
}

it.each([
  ['/', 'root app desk'],
  ['/_root.data', 'root app desk'],
  ['/interactions?country=TGO', 'root app list record'],
  ['/interactions/', 'root app list record'],
  ['/interactions.data', 'root app list record'],
  ['/interactions/abc/edit.data', 'root app list record'],
  ['/interactions.csv', 'root app file'],
  ['/login', 'root login'],
])('%s is answered with the routes of its section', async (path, expected) => {
  expect(await known(routes, path)).toBe(expected);
});

it.each([
  '/nothing',
  '/Interactions',
  '/%69nteractions',
  '//interactions',
  '/__manifest?p=/',
  '/constructor',
])('%s is answered with all routes', async (path) => {
  expect(await known(routes, path)).toBe(Object.keys(routes).join(' '));
});

it('does not part routes of which one begins with a parameter', async () => {
  const open = { ...routes, any: { parentId: 'root', path: ':team/settings' } };
  expect(await known(open, '/login')).toBe(Object.keys(open).join(' '));
});

it('writes queries as URLSearchParams does, without what is empty', () => {
  const query = { q: 'a b&c=é', country: ['TGO', ''], from: undefined, to: '', mark: "it's + ~10%" };
  const written = withQuery('/interactions', query);
  expect(written).toMatch(/^\/interactions\?q=a\+b%26c%3D%C3%A9&country=TGO&mark=/);
  expect([...new URLSearchParams(written.split('?')[1])]).toEqual([
    ['q', 'a b&c=é'],
    ['country', 'TGO'],
    ['mark', "it's + ~10%"],
  ]);
  expect(withQuery('/people', { q: '' })).toBe('/people');
});
