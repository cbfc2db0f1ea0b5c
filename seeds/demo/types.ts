import type { Level } from '#db/levels.ts';

/** Where a country stands on the way to a preventive mechanism: what we talk about there follows from it. */
export type Stage = 'ratify' | 'designate' | 'build' | 'working';

export type Region = 'west-africa' | 'latin-america' | 'europe' | 'ocean';

export interface DemoCountry {
  iso3: string;
  team: Region;
  stage: Stage;
  /** How busy we are there: a share, 1 being usual. */
  weight: number;
  names: NameSet;
  city: string;
  prison: string;
}

export type NameSet =
  | 'francophone'
  | 'anglophone'
  | 'mande'
  | 'spanish'
  | 'brazilian'
  | 'eastern'
  | 'caucasus'
  | 'turkish'
  | 'arabic'
  | 'swahili'
  | 'malagasy'
  | 'islands'
  | 'archipelago'
  | 'thai'
  | 'southern'
  | 'maori';

/** `[topic, text, instrument, provision]` */
export type DemoAdvice = readonly [topic: string, text: string, instrument?: string, provision?: string];

/** One meeting as it might have gone, with what fits it. `%C` is the country, `%city` and `%prison` places in it. */
export interface Scene {
  kind: string;
  stages?: readonly Stage[];
  regions?: readonly Region[];
  /** Partner types that took part; the first that the country has is the main one. */
  with: readonly string[];
  areas: readonly string[];
  instruments?: readonly string[];
  summaries: readonly string[];
  notes: readonly string[];
  advice?: readonly DemoAdvice[];
  theirPromises?: readonly string[];
  ourPromises?: readonly string[];
  tasks?: readonly string[];
  /** People who came as a group: what they are called. */
  group?: string;
  level?: Level;
  assessments?: readonly string[];
}

/** A scene on a set day, in a story told from beginning to end. */
export interface StoryEntry {
  /** Days before (negative) or after the day of loading. */
  day: number;
  kind: string;
  /** Keys of organisations of the story's country, or acronyms of international ones. */
  with: readonly string[];
  people?: readonly string[];
  areas: readonly string[];
  instruments?: readonly string[];
  summary: string;
  notes: string;
  advice?: readonly DemoAdvice[];
  /** The statuses that the advice of this entry went through after it was given, in turn. */
  fate?: readonly string[];
  theirs?: readonly [text: string, dueDay: number | null][];
  ours?: readonly [text: string, dueDay: number | null][];
  tasks?: readonly [title: string, dueDay: number, done?: boolean][];
  group?: readonly [label: string, headcount: number, women: number];
  level?: Level;
  assessment?: string;
  place?: string;
}
