import { officersOf, type Cast, type DemoOrganisation, type Entry } from './cast.ts';
import { togoBeginnings } from './togo-beginnings.ts';
import { togoLaw } from './togo-law.ts';
import { togoPractice } from './togo-practice.ts';
import { togoBodies } from './togo.ts';

const togoStory = [...togoBeginnings, ...togoPractice, ...togoLaw];

/** The story of Togo as entries: mostly Amina Diallo's work. */
export function tellTogo(cast: Cast): Entry[] {
  const [amina, ...others] = officersOf(cast, 'west-africa');
  const own = cast.organisations.get('TGO') ?? [];
  const byKey = new Map(togoBodies.map(([key], index) => [key, own[index]]));
  const world = cast.organisations.get('') ?? [];
  const find = (key: string): DemoOrganisation => {
    const found = byKey.get(key) ?? world.find(({ name }) => name.includes(WORLD_NAMES[key] ?? key));
    if (!found) throw new Error(`The story of Togo names “${key}”, which is no organisation of it.`);
    return found;
  };
  return togoStory.map((told, index): Entry => {
    const actor =
      (index % 6 === 3 ? others[index % others.length] : amina) ?? officersOf(cast, 'west-africa')[0];
    if (!actor) throw new Error('The West Africa team has no officer.');
    const fate = told.fate ?? [];
    return {
      day: told.day,
      iso3: 'TGO',
      actor,
      kind: told.kind,
      partners: told.with.map(find).map((organisation) => ({
        organisation,
        people: organisation.people.filter(
          ({ name, from, until }) =>
            told.people?.includes(name) && from <= told.day && (until === null || until >= told.day),
        ),
      })),
      ...(told.group
        ? { group: { label: told.group[0], headcount: told.group[1], women: told.group[2] } }
        : {}),
      areas: told.areas,
      instruments: told.instruments ?? [],
      summary: told.summary,
      notes: told.notes,
      // What came of the first piece came of the second only in part.
      advice: (told.advice ?? []).map((advice, place) => ({
        advice,
        fate: place === 0 ? fate : fate.slice(0, 1),
      })),
      theirs: told.theirs ?? [],
      ours: told.ours ?? [],
      tasks: (told.tasks ?? []).map(([title, due, done = false]) => [title, due, done] as const),
      level: told.level ?? 'internal',
      readers: [],
      staff: index % 5 === 0 && others[0] ? [actor.ref, others[0].ref] : [actor.ref],
      assessment: told.assessment ?? '',
      place: told.place ?? '',
      attribution: told.level ? 'not_for_use' : 'on_record',
    };
  });
}

const WORLD_NAMES: Record<string, string> = { SPT: 'Subcommittee on Prevention' };
