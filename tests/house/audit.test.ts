import { expect, it } from 'vitest';
import { read, sourcesIn } from './source.ts';

/** The names that a file exports as functions. */
const functionsOf = (path: string): string[] =>
  [...read(path).matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1] ?? '');

// what hold, archive and restore do alike; each of these is tested
const shared = /\/change-(?:standing|archival)\.server\.ts$/;

it('every use case that writes is tested with its audit record, and so is every reading that is recorded', () => {
  const tests = sourcesIn('tests/domain')
    .filter((path) => /recordedBy|audit_event/.test(read(path)))
    .map(read)
    .join('\n');
  const untested = sourcesIn('app/domain')
    .filter((path) => !path.startsWith('app/domain/kernel/') && !shared.test(path))
    .filter((path) =>
      /\b(?:commit|recordOpening|changeStanding|changeArchival)\(/.test(
        read(path).replace(/function \w+\(/g, ''),
      ),
    )
    .filter((path) => !functionsOf(path).some((name) => new RegExp(`\\b${name}\\(`).test(tests)));
  expect(untested).toEqual([]);
});
