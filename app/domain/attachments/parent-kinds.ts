import type { ParentKind } from '#db/queries/attachment-parents.ts';

/** What a file may hang on, by the word for it in an address. */
const WORDS = {
  interaction: 'interaction',
  'advice-step': 'advice_step',
  'objective-move': 'objective_move',
} as const satisfies Record<string, ParentKind>;

export type ParentWord = keyof typeof WORDS;

export function parentKindNamed(word: string): ParentKind | undefined {
  return Object.hasOwn(WORDS, word) ? WORDS[word as ParentWord] : undefined;
}

export function parentWord(kind: ParentKind): ParentWord {
  if (kind === 'interaction') return kind;
  return kind === 'advice_step' ? 'advice-step' : 'objective-move';
}
