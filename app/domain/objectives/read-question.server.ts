import { LEVELS, levelNumber } from '#db/levels.ts';
import { OBJECTIVE_SORTS, type ObjectiveFilter } from '#db/queries/objective-list.ts';
import { listStaff } from '#db/queries/staff.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { addDays } from '../kernel/fields.ts';
import {
  activeWords,
  countryChoices,
  countryNamed,
  oneOfWords,
  termChoices,
  termNamed,
  type ActiveWord,
  type Choice,
} from '../reference/filters.server.ts';

/** The words of the address; '' for what is not asked. */
export const OBJECTIVE_WORDS = [
  'view',
  'track',
  'country',
  'region',
  'work_area',
  'owner',
  'stalled',
  'level',
  'sort',
  'after',
] as const;
export type ObjectiveQuestion = Record<(typeof OBJECTIVE_WORDS)[number], string>;

const STALLED_CHOICES = ['30', '90', '180', '365'];

/** What an address asks of the list or the board. Throws BadRequest for what is not in the lists. */
export async function readObjectiveQuestion(context: Context, words: ObjectiveQuestion) {
  const { reference, actor } = context;
  const staff = await listStaff(context.db);
  const track = termNamed(context, 'objective_track', words.track);
  const country = countryNamed(context, words.country);
  const workArea = termNamed(context, 'work_area', words.work_area);
  const regions = [...new Set(reference.countries.map(({ region }) => region))].sort();
  const region = oneOfWords(regions, words.region);
  const level = oneOfWords(LEVELS, words.level);
  const owner = staff.find(({ ref }) => ref === (words.owner === 'me' ? actor.ref : words.owner));
  if (words.owner !== '' && !owner) throw new BadRequest('There is no such colleague.');
  const stalled = words.stalled === '' ? null : Number(/^\d{1,4}$/.exec(words.stalled)?.[0] ?? NaN);
  if (Number.isNaN(stalled)) throw new BadRequest('Write days as a whole number.');
  const filter: ObjectiveFilter = {
    trackId: track?.id,
    countryIds: country
      ? [country.id]
      : region === undefined
        ? undefined
        : reference.countries.filter((one) => one.region === region).map(({ id }) => id),
    workAreaId: workArea?.id,
    ownerId: owner?.id,
    level: level && levelNumber(level),
    stalledSince: stalled === null ? undefined : addDays(today(context), -stalled),
  };
  const active: ActiveWord[] = [
    ...activeWords(context, {
      ...(country ? { country } : {}),
      ...(workArea ? { work_area: workArea } : {}),
    }),
    ...(region ? [{ name: 'region', value: region, label: region }] : []),
    ...(owner ? [{ name: 'owner', value: words.owner, label: owner.name }] : []),
    ...(stalled === null
      ? []
      : [{ name: 'stalled', value: words.stalled, label: `Stalled for ${stalled} days` }]),
    ...(level ? [{ name: 'level', value: level, label: termLabelOf(context, level) }] : []),
  ];
  return {
    filter,
    track,
    active,
    sort: oneOfWords(OBJECTIVE_SORTS, words.sort) ?? ('moved_desc' as const),
    choices: {
      tracks: termChoices(context, 'objective_track'),
      countries: countryChoices(context),
      regions: regions.map((one): Choice => ({ value: one, label: one })),
      areas: termChoices(context, 'work_area'),
      owners: [
        { value: 'me', label: 'Me' },
        ...staff.filter(({ ref }) => ref !== actor.ref).map(({ ref, name }) => ({ value: ref, label: name })),
      ],
      stalled: STALLED_CHOICES.map((days) => ({ value: days, label: `For ${days} days or more` })),
      levels: termChoices(context, 'sensitivity'),
    },
  };
}

function termLabelOf(context: Context, code: string): string {
  return termChoices(context, 'sensitivity').find(({ value }) => value === code)?.label ?? code;
}
