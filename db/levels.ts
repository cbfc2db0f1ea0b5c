/** The four levels of sensitivity, from open to most closed; the column holds the place in this list. */
export const LEVELS = ['internal', 'confidential', 'restricted', 'sealed'] as const;
export type Level = (typeof LEVELS)[number];

export function levelNumber(level: Level): number {
  return LEVELS.indexOf(level);
}

export function levelName(level: number): Level {
  const name = LEVELS[level];
  if (!name) throw new RangeError(`${level} is no level of sensitivity.`);
  return name;
}
