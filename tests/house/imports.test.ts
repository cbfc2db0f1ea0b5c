import { expect, it } from 'vitest';
import { importsOf, sourcesIn } from './source.ts';

/** Which floors a file of each floor may import from, besides its own. */
const floors: [floor: string, below: string[]][] = [
  ['db/', []],
  ['app/domain/', ['db/']],
  ['app/components/', ['app/domain/', 'app/paths.ts']],
  ['app/web/', ['app/domain/', 'app/components/', 'app/paths.ts', 'db/']],
  ['app/routes/', ['app/domain/', 'app/components/', 'app/web/', 'app/paths.ts']],
  ['seeds/', ['app/domain/', 'db/']],
];

const ours = (target: string) => /^(?:app|db|seeds|scripts|tests)\//.test(target);

it.each(floors)('%s imports only what stands below it', (floor, below) => {
  const wrong = sourcesIn(floor).flatMap((path) =>
    importsOf(path)
      .filter(({ target }) => ours(target) && ![floor, ...below].some((start) => target.startsWith(start)))
      .map(({ target }) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

it('components import pure domain files only', () => {
  const wrong = sourcesIn('app/components').flatMap((path) =>
    importsOf(path)
      .filter(({ target, typeOnly }) => target.endsWith('.server.ts') && !typeOnly)
      .map(({ target }) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

it('only the session file knows lucia', () => {
  const knowing = ['app', 'db', 'seeds']
    .flatMap(sourcesIn)
    .filter((path) => importsOf(path).some(({ target }) => target === 'lucia'));
  expect(knowing).toEqual(['app/web/session.server.ts']);
});

it('every import of ours names its extension', () => {
  const wrong = ['app', 'db', 'seeds', 'tests'].flatMap(sourcesIn).flatMap((path) =>
    importsOf(path)
      .filter(({ target }) => ours(target) && !/\.(?:tsx?|js|css|svg\?url&no-inline)$/.test(target))
      .map(({ target }) => `${path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});
