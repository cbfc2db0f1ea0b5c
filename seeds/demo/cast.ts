import type { Context } from '#app/domain/kernel/context.ts';
import type { Reference } from '#app/domain/reference/reference.server.ts';
import type { Level } from '#db/levels.ts';
import type { Actor } from '#db/visibility.ts';
import { dayAfter, type Chance } from '../random.ts';
import type { SeedContext } from '../seed-context.ts';
import type { DemoAdvice, Region } from './types.ts';

export interface DemoOrganisation {
  id: number;
  ref: string;
  name: string;
  type: string;
  people: DemoPerson[];
}

export interface DemoPerson {
  ref: string;
  name: string;
  /** Days from the day of loading between which they hold the post that puts them in this organisation. */
  from: number;
  until: number | null;
  /** Not to be named in an open record. */
  guarded: boolean;
}

/** The staff, the partners and the means to write as one of the staff on a given day. */
export interface Cast {
  seed: SeedContext;
  chance: Chance;
  reference: Reference;
  teamIds: Record<Region, number>;
  staff: { actor: Actor; teams: Region[] }[];
  /** By ISO code; '' holds those of no country. */
  organisations: Map<string, DemoOrganisation[]>;
}

/** One interaction to be logged, complete. */
export interface Entry {
  day: number;
  iso3: string;
  actor: Actor;
  kind: string;
  partners: { organisation: DemoOrganisation; people: DemoPerson[] }[];
  group?: { label: string; headcount: number; women: number };
  areas: readonly string[];
  instruments: readonly string[];
  summary: string;
  notes: string;
  /** Each with the statuses it goes through after it was given. */
  advice: { advice: DemoAdvice; fate: readonly string[] }[];
  theirs: readonly (readonly [text: string, dueDay: number | null])[];
  ours: readonly (readonly [text: string, dueDay: number | null])[];
  tasks: readonly (readonly [title: string, dueDay: number, done: boolean])[];
  level: Level;
  readers: string[];
  staff: string[];
  assessment: string;
  place: string;
  attribution: string;
}

/** The day so many days from the day of loading, 'YYYY-MM-DD'. */
export const dayOf = (cast: Cast, day: number): string => dayAfter(cast.seed.now, day);

/** An instant on that day, in working hours, and never after the moment of loading. */
export function instantOn(cast: Cast, day: number, minute = 0): Date {
  const instant = new Date(`${dayOf(cast, day)}T15:00:00.000Z`);
  instant.setTime(instant.getTime() + minute * 60_000);
  return instant > cast.seed.now ? cast.seed.now : instant;
}

/** The context of a member of staff at work at `now`. */
export function contextOf(cast: Cast, actor: Actor, now: Date): Context {
  const { db, keys, filesDirectory } = cast.seed;
  const { reference, chance } = cast;
  return { db, actor, now, zone: actor.zone, random: chance.bytes, keys, reference, filesDirectory };
}

/** Staff of a team who log meetings. */
export function officersOf(cast: Cast, team: Region): Actor[] {
  return cast.staff
    .filter(({ teams, actor }) => teams.includes(team) && actor.roles.includes('officer'))
    .map(({ actor }) => actor);
}
