import type { Level } from '#db/levels.ts';
import { dayAfter } from '../random.ts';
import { officersOf, type Cast, type DemoOrganisation, type DemoPerson, type Entry } from './cast.ts';
import { demoCountries } from './countries.ts';
import { capacityScenes } from './scenes-capacity.ts';
import { lawScenes } from './scenes-law.ts';
import { otherScenes } from './scenes-other.ts';
import { mechanismScenes } from './scenes-mechanism.ts';
import { worldScenes } from './scenes-world.ts';
import { addenda } from './addenda.ts';
import { fateOf } from './fates.ts';
import type { DemoCountry, Scene } from './types.ts';

const scenes: readonly Scene[] = [...lawScenes, ...mechanismScenes, ...capacityScenes, ...otherScenes];
const DAYS = 1090;
const SHARE_BY_LEVEL: Partial<Record<Level, number>> = { restricted: 0.6, sealed: 0.25 };
const DAYS_AHEAD = 40;

/** Which words of which scene were used in a country, so that nothing is told twice. */
interface Told {
  summaries: Set<string>;
  notes: Set<string>;
}

/** `total` entries over three years, more of them lately, spread over the countries by their weight. */
export function scheduleEntries(cast: Cast, total: number): Entry[] {
  const world = Math.round(total * 0.06);
  const countries = demoCountries.map((country) => ({
    ...country,
    weight: country.iso3 === 'TGO' ? 0.9 : country.weight,
  }));
  const weight = countries.reduce((sum, country) => sum + country.weight, 0);
  const entries = worldEntries(cast, world);
  for (const [index, country] of countries.entries()) {
    const left = total - entries.length;
    const share = Math.round(((total - world) * country.weight) / weight);
    entries.push(...entriesIn(cast, country, index === countries.length - 1 ? left : Math.min(share, left)));
  }
  return entries;
}

function entriesIn(cast: Cast, country: DemoCountry, count: number): Entry[] {
  const told: Told = { summaries: new Set(), notes: new Set() };
  const bodies = cast.organisations.get(country.iso3) ?? [];
  const fitting = scenes.filter(
    (scene) =>
      (scene.stages?.includes(country.stage) ?? true) &&
      (scene.regions?.includes(country.team) ?? true) &&
      scene.with.some((type) => bodies.some((body) => isOfType(body, type))) &&
      // What is most closely held is also rare.
      cast.chance.happens(SHARE_BY_LEVEL[scene.level ?? 'internal'] ?? 1),
  );
  return Array.from({ length: count }, () =>
    entryOf(cast, country, bodies, nextScene(cast, fitting, told), told),
  );
}

/** A scene with something left to tell here; when all is told, any of them. */
function nextScene({ chance }: Cast, fitting: readonly Scene[], told: Told): Scene {
  const fresh = fitting.flatMap((scene) =>
    scene.summaries.filter((summary) => !told.summaries.has(summary)).map(() => scene),
  );
  return chance.pick(fresh.length > 0 ? fresh : fitting);
}

const isOfType = (body: DemoOrganisation, type: string): boolean =>
  body.type === type || body.type.startsWith(`${type}-`);

/** More meetings lately than three years ago; a few are still to come. */
function someDay({ chance, seed }: Cast, kind: string): number {
  const canBePlanned = !/email|letter|statement|comments|informal|other|call/.test(kind);
  if (canBePlanned && chance.happens(0.055)) return onWeekday(seed.now, 1 + chance.below(DAYS_AHEAD), 1);
  return onWeekday(seed.now, -1 - Math.floor(DAYS * chance.next() ** 1.2), -1);
}

/** The day itself, or the next working day in the direction of `step`. */
function onWeekday(now: Date, day: number, step: 1 | -1): number {
  const weekday = new Date(dayAfter(now, day)).getUTCDay();
  return weekday === 0 || weekday === 6 ? onWeekday(now, day + step, step) : day;
}

function entryOf(
  cast: Cast,
  country: DemoCountry,
  bodies: DemoOrganisation[],
  scene: Scene,
  told: Told,
): Entry {
  const { chance, reference } = cast;
  const day = someDay(cast, scene.kind);
  const fill = (text: string): string =>
    text
      // {one|other}: either will do
      .replace(/\{([^}]+)\}/g, (_, choices: string) => chance.pick(choices.split('|')))
      .replaceAll('%C', reference.findCountry(country.iso3)?.names['en'] ?? '')
      .replaceAll('%city', country.city)
      .replaceAll('%prison', country.prison);
  const officers = officersOf(cast, country.team);
  const level: Level = scene.level ?? (chance.happens(0.06) ? 'confidential' : 'internal');
  // Only the first officers of a team know who stands behind a code name.
  const closed = level === 'restricted' || level === 'sealed';
  const actor = closed || chance.happens(0.4) ? officers[0] : chance.pick(officers);
  if (!actor) throw new Error(`Nobody covers ${country.iso3}.`);
  const summary = unused(cast, scene.summaries, told.summaries);
  const held = day <= 0;
  return {
    day,
    iso3: country.iso3,
    actor,
    kind: scene.kind,
    partners: partnersOf(cast, bodies, scene, day, closed),
    ...(scene.group && held ? { group: groupOf(cast, scene.group) } : {}),
    areas: scene.areas,
    instruments: scene.instruments ?? [],
    summary: fill(summary),
    notes: held ? fill(notesOf(cast, scene, summary, told)) : '',
    advice: held && scene.advice ? adviceOf(cast, scene.advice, day) : [],
    theirs: held && chance.happens(0.4) ? oneOf(cast, scene.theirPromises, day) : [],
    ours: held && chance.happens(0.5) ? oneOf(cast, scene.ourPromises, day) : [],
    tasks: held && scene.tasks ? tasksOf(cast, scene.tasks, day) : [],
    level,
    readers: closed ? officers.slice(0, 2).map((reader) => reader.ref) : [],
    staff: [...new Set([actor.ref, ...(chance.happens(0.25) ? [chance.pick(officers).ref] : [])])],
    assessment: held && scene.assessments && chance.happens(0.7) ? chance.pick(scene.assessments) : '',
    place:
      chance.happens(0.4) &&
      /meeting|workshop|training|seminar|mission/.test(scene.kind) &&
      scene.kind !== 'online_meeting'
        ? country.city
        : '',
    attribution:
      level === 'internal' ? (scene.kind === 'seminar' ? 'chatham_house' : 'on_record') : 'not_for_use',
  };
}

function unused({ chance }: Cast, all: readonly string[], told: Set<string>): string {
  const fresh = all.filter((text) => !told.has(text));
  const text = chance.pick(fresh.length > 0 ? fresh : all);
  told.add(text);
  return text;
}

/** Notes were written beside the summaries, in the same order; often there is something to add. */
function notesOf(cast: Cast, scene: Scene, summary: string, told: Told): string {
  const own = scene.notes[scene.summaries.indexOf(summary) % scene.notes.length] ?? '';
  const area =
    scene.level === undefined || scene.level === 'confidential' ? (addenda[scene.areas[0] ?? ''] ?? []) : [];
  if (area.length === 0 || cast.chance.happens(0.35)) return own;
  return `${own}\n\n${unused(cast, area, told.notes)}`;
}

function partnersOf(
  cast: Cast,
  bodies: DemoOrganisation[],
  scene: Scene,
  day: number,
  guarded: boolean,
): Entry['partners'] {
  const { chance } = cast;
  const found = scene.with.flatMap((type) => bodies.filter((body) => isOfType(body, type)));
  const wanted =
    scene.kind === 'mission'
      ? 4
      : /workshop|seminar|conference/.test(scene.kind)
        ? 3
        : chance.happens(0.2)
          ? 2
          : 1;
  // The first kind of partner named is the usual one.
  const [usual] = found;
  const chosen = [
    ...(usual && chance.happens(0.7) ? [usual] : []),
    ...chance.some([...new Set(found)], wanted),
  ];
  return [...new Set(chosen)].slice(0, wanted).map((organisation) => {
    const there = organisation.people.filter(
      (person) => isThere(person, day) && (guarded || !person.guarded),
    );
    const witness = guarded ? there.filter((person) => person.guarded) : [];
    return { organisation, people: witness.length > 0 ? witness : chance.some(there, 1 + chance.below(2)) };
  });
}

const isThere = (person: DemoPerson, day: number): boolean =>
  person.from <= day && (person.until === null || person.until >= day);

function groupOf({ chance }: Cast, label: string): NonNullable<Entry['group']> {
  const headcount = 8 + chance.below(22);
  return { label, headcount, women: Math.round(headcount * (0.15 + chance.next() * 0.4)) };
}

function adviceOf(cast: Cast, advice: NonNullable<Scene['advice']>, day: number): Entry['advice'] {
  const { chance } = cast;
  if (chance.happens(0.25)) return [];
  return chance
    .some(advice, chance.happens(0.35) ? 2 : 1)
    .map((one) => ({ advice: one, fate: fateOf(chance, day) }));
}

const oneOf = ({ chance }: Cast, texts: readonly string[] | undefined, day: number): Entry['theirs'] =>
  texts ? [[chance.pick(texts), chance.happens(0.9) ? day + 20 + chance.below(120) : null]] : [];

function tasksOf({ chance }: Cast, tasks: readonly string[], day: number): Entry['tasks'] {
  if (chance.happens(0.35)) return [];
  return chance.some(tasks, chance.happens(0.2) ? 2 : 1).map((title) => {
    const due = day + 3 + chance.below(45);
    // Little is left undone for long; of what fell due lately, some is late.
    return [
      title,
      due,
      due < -200 || (due < -60 ? chance.happens(0.97) : due < 0 && chance.happens(0.72)),
    ] as const;
  });
}

/** Meetings with bodies of no country. */
function worldEntries(cast: Cast, count: number): Entry[] {
  const nowhere: DemoCountry = {
    iso3: '',
    team: 'west-africa',
    stage: 'working',
    weight: 1,
    names: 'eastern',
    city: 'Geneva',
    prison: '',
  };
  const bodies = cast.organisations.get('') ?? [];
  const told: Told = { summaries: new Set(), notes: new Set() };
  return Array.from({ length: count }, (_, index) => {
    const team = (['west-africa', 'europe', 'latin-america', 'ocean'] as const)[index % 4] ?? 'europe';
    return entryOf(cast, { ...nowhere, team }, bodies, nextScene(cast, worldScenes, told), told);
  });
}
