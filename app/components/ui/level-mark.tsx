export type Level = 'internal' | 'confidential' | 'restricted' | 'sealed';

export const LEVEL_WORDS: Record<Level, string> = {
  internal: 'Internal',
  confidential: 'Confidential',
  restricted: 'Restricted',
  sealed: 'Sealed',
};

/** The word and mark of a level (the mark is drawn by CSS). Internal is the ground and stays unsaid unless asked for. */
export function LevelMark({ level, always = false }: { level: Level; always?: boolean }) {
  if (level === 'internal' && !always) return null;
  return <span className={`level ${level}`}>{LEVEL_WORDS[level]}</span>;
}
