import ts from 'typescript';
import { expect, it } from 'vitest';
import { read, sourcesIn } from './source.ts';

const guards = [
  'db/visibility.ts',
  'db/country-visibility.ts',
  'db/audience.ts',
  'db/attachment-audience.ts',
  'db/person-audience.ts',
  'db/country-audience.ts',
  'db/objective-audience.ts',
  'db/country-reader-audience.ts',
  'db/partner-kind-audience.ts',
  'db/advice-audience.ts',
  'db/child-audience.ts',
  'db/recommendation-audience.ts',
];

/** Seeds ask which rows of their own making need readers, or an outcome: nobody is shown the answer. */
const exempt = ['db/queries/scale-facts.ts', 'db/queries/demo-facts.ts'];

it('only visibility.ts and audience.ts name a level or a reader table in a condition', () => {
  const condition =
    /where\(\s*['"`](?:\w+\.)?level['"`]|\b(?:where|and|or|on)\s+\(?(?:\w+\.)?level\s*(?:=|<|>|in\b)|from (?!\w*named_reader)\w+_reader\b|(?:selectFrom|[jJ]oin)\(\s*['"`](?!\w*named_reader)\w+_reader\b/;
  const wrong = ['db', 'app']
    .flatMap(sourcesIn)
    .filter((path) => ![...guards, ...exempt].includes(path) && condition.test(read(path)));
  expect(wrong.filter((path) => !path.startsWith('db/migrations/'))).toEqual([]);
});

const protectedTable =
  /(?:selectFrom|[jJ]oin)\(\s*['"`](?:interaction|person|assessment|advice|commitment|follow_up|objective|attachment|objective_move|objective_stance|interaction_participant|advice_recipient|position)\b|(?:from|join) (?:interaction|person|assessment|advice|commitment|follow_up|objective|attachment|objective_move|objective_stance|interaction_participant|advice_recipient|position)\b/;

it('every query that reads a protected noun starts from the predicate, writes, or says who has checked', () => {
  const wrong = sourcesIn('db/queries')
    .filter((path) => !exempt.includes(path))
    .flatMap((path) =>
      functionsOf(path)
        .filter(({ text }) => protectedTable.test(text))
        .filter(({ text, comment }) => {
          const guarded = /visible/i.test(text.slice(text.indexOf('{')));
          const writes = /trx: Trx/.test(text);
          const toldWhy = /the caller has (?:shown|checked)/i.test(comment);
          return !guarded && !writes && !toldWhy;
        })
        .map(({ name }) => `${path}: ${name}`),
    );
  expect(wrong).toEqual([]);
});

function functionsOf(path: string): { name: string; text: string; comment: string }[] {
  const source = read(path);
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  return file.statements.filter(ts.isFunctionDeclaration).map((node) => ({
    name: node.name?.text ?? '',
    text: node.getText(file),
    comment: (ts.getLeadingCommentRanges(source, node.pos) ?? [])
      .map((range) => source.slice(range.pos, range.end))
      .join(' ')
      .replace(/\s*\n\s*\*\s*/g, ' '),
  }));
}
