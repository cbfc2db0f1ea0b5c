import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { read, root, sourcesIn } from './source.ts';

const folders = ['app', 'db', 'seeds', 'scripts', 'tests'];

it('every migration stands in the list, in the order of its number', () => {
  const files = readdirSync(join(root, 'db/migrations')).filter((name) => /^\d{4}-/.test(name));
  expect(migrations.map((migration) => `${migration.name}.ts`)).toEqual(files.sort());
});

it('migrations import nothing but their own words', () => {
  const wrong = sourcesIn('db/migrations').filter((path) => /from '(?!\.\/)/.test(read(path)));
  expect(wrong).toEqual([]);
});

it('no file is longer than 250 lines, with markup 300', () => {
  const long = folders.flatMap(sourcesIn).flatMap((path) => {
    const lines = read(path).split('\n').length - 1;
    return lines > (path.endsWith('x') ? 300 : 250) ? [`${path}: ${lines}`] : [];
  });
  expect(long).toEqual([]);
});

it('names of files are kebab-case and say what is in them', () => {
  const banned = /(?:^|[-/])(?:services?|managers?|helpers?|utils?|misc|common|data)(?:\.|\/|$)/;
  const wrong = folders.flatMap(sourcesIn).filter((path) => {
    const name = path.split('/').at(-1) ?? '';
    return (
      banned.test(path) ||
      (!path.startsWith('app/routes/') && !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.tsx?$/.test(name))
    );
  });
  expect(wrong).toEqual([]);
});

it('every command that the README names is there', () => {
  if (!existsSync(join(root, 'README.md'))) return;
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read('README.md').matchAll(/`npm (?:run )?([a-z]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !(name in scripts) && !['ci', 'install'].includes(name))).toEqual([]);
});

it('every script of package.json starts a file that is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((line) => /^node (\S+)/.exec(line)?.[1] ?? []);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

it('the browser gets nothing of the server', () => {
  const assets = join(root, 'build/client/assets');
  if (!existsSync(assets)) throw new Error('Run "npm run build" first.');
  const serverWords = /better-sqlite3|kysely|argon2|lucia|node:crypto|audit_event/;
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  expect(scripts.filter((name) => serverWords.test(readFileSync(join(assets, name), 'utf8')))).toEqual([]);
});
