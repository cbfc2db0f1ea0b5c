import type { Level } from '#db/levels.ts';

/** What is wanted in a country, and what came of it. Days are before (negative) or after the day of loading. */
export interface ObjectiveStory {
  iso3: string;
  title: string;
  /** A set of stages; those of the path are named without it. */
  track: string;
  area: string;
  instrument?: string;
  /** Stages with the day on which each was come to. `i` is shown by an interaction, `d:…` by a document. */
  path: readonly (readonly [stage: string, day: number, evidence?: string, note?: string])[];
  target?: number;
  next?: string;
  level?: Level;
  /** Partner type (its beginning is enough), stance, day, note. */
  stances?: readonly (readonly [partner: string, stance: string, day: number, note?: string])[];
}

type Path = ObjectiveStory['path'];
type More = Partial<Omit<ObjectiveStory, 'iso3' | 'title' | 'track' | 'area' | 'path'>>;

export const story = (
  iso3: string,
  title: string,
  track: string,
  area: keyof typeof AREAS,
  path: Path,
  more: More = {},
): ObjectiveStory => ({ iso3, title, track, area: AREAS[area], path, ...more });

/** By the letters that mark them. */
const AREAS = {
  M: 'preventive_mechanisms',
  L: 'legal_instruments',
  C: 'capacities',
  T: 'tools',
} as const;
