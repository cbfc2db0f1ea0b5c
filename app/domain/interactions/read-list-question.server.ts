import { LEVELS, levelNumber } from '#db/levels.ts';
import type { InteractionFilter } from '#db/queries/interaction-list.ts';
import { listOrganisationsByRef, listVisiblePeopleByRef } from '#db/queries/partners.ts';
import { listStaff } from '#db/queries/staff.ts';
import type { Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isCalendarDay } from '../kernel/fields.ts';
import {
  countryNamed,
  instrumentNamed,
  oneOfWords,
  termNamed,
  type ActiveWord,
} from '../reference/filters.server.ts';
import { countryLabel, spokenCode } from '../reference/labels.server.ts';
import { partnerTypeBranch } from '../reference/partner-types.server.ts';
import { labelOf } from '../reference/reference.server.ts';

/** The words of the address, '' for what is not asked. The same words everywhere. */
export const LIST_WORDS = [
  'country',
  'work_area',
  'instrument',
  'organisation',
  'person',
  'partner_type',
  'kind',
  'author',
  'team',
  'sensitivity',
  'state',
  'from',
  'to',
  'with',
] as const;

export type ListWords = Record<(typeof LIST_WORDS)[number], string>;

const STATES = ['planned', 'held', 'cancelled'] as const;
const STATE_WORDS = { planned: 'Planned', held: 'Held', cancelled: 'Cancelled' };
const WITH = ['advice', 'commitment', 'follow_up'] as const;
const WITH_WORDS = { advice: 'With advice', commitment: 'With a promise', follow_up: 'With a follow-up' };
const LEVEL_WORDS = {
  internal: 'Internal',
  confidential: 'Confidential',
  restricted: 'Restricted',
  sealed: 'Sealed',
};

export interface ListQuestion {
  filter: InteractionFilter;
  active: ActiveWord[];
}

/**
 * What an address asks of the list. Throws BadRequest for a word that names nothing; a person or partner whom the
 * actor may not see names nothing.
 */
export async function readListQuestion(context: Context, words: ListWords): Promise<ListQuestion> {
  const { language } = context.actor;
  const filter: InteractionFilter = {};
  const active: ActiveWord[] = [];
  const use = (name: keyof ListWords, label: string) => active.push({ name, value: words[name], label });

  const country = countryNamed(context, words.country);
  if (country) {
    filter.countryId = country.id;
    use('country', countryLabel(context, country.id).name);
  }
  const area = termNamed(context, 'work_area', words.work_area);
  if (area) {
    filter.workAreaId = area.id;
    use('work_area', labelOf(area.labels, language));
  }
  const instrument = instrumentNamed(context, words.instrument);
  if (instrument) {
    filter.instrumentId = instrument.id;
    use('instrument', spokenCode(instrument.code));
  }
  const partnerType = termNamed(context, 'partner_type', words.partner_type);
  if (partnerType) {
    // alone it would walk every interaction there is for a kind of partner that is seldom met
    if (!country) throw new BadRequest('Kinds of partner are asked for within a country.');
    filter.partnerTypeIds = partnerTypeBranch(context, partnerType);
    use('partner_type', labelOf(partnerType.labels, language));
  }
  const kind = termNamed(context, 'interaction_kind', words.kind);
  if (kind) {
    filter.kindId = kind.id;
    use('kind', labelOf(kind.labels, language));
  }
  const sensitivity = oneOfWords(LEVELS, words.sensitivity);
  if (sensitivity) {
    filter.level = levelNumber(sensitivity);
    use('sensitivity', LEVEL_WORDS[sensitivity]);
  }
  const state = oneOfWords(STATES, words.state);
  if (state) {
    filter.state = state;
    use('state', STATE_WORDS[state]);
  }
  const consequence = oneOfWords(WITH, words.with);
  if (consequence) {
    filter.with = consequence;
    use('with', WITH_WORDS[consequence]);
  }
  for (const name of ['from', 'to'] as const) {
    if (words[name] === '') continue;
    if (!isCalendarDay(words[name])) throw new BadRequest('This is no date of the calendar.');
    filter[name] = words[name];
    use(name, words[name]);
  }
  await readPartners(context, words, filter, use);
  return { filter, active };
}

async function readPartners(
  context: Context,
  words: ListWords,
  filter: InteractionFilter,
  use: (name: keyof ListWords, label: string) => void,
): Promise<void> {
  const { db, actor, reference } = context;
  if (words.organisation !== '') {
    const [found] = await listOrganisationsByRef(db, [words.organisation]);
    filter.organisationId = known(found).id;
    use('organisation', known(found).name);
  }
  if (words.person !== '') {
    const [found] = await listVisiblePeopleByRef(db, actor, [words.person]);
    filter.personId = known(found).id;
    use('person', known(found).name);
  }
  if (words.team !== '') {
    const team = known(reference.findTeam(words.team));
    filter.teamId = team.id;
    use('team', team.name);
  }
  if (words.author !== '') {
    const author = known((await listStaff(db)).find((one) => one.ref === words.author));
    filter.authorId = author.id;
    use('author', author.name);
  }
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new BadRequest('This filter is not one of those there are.');
  return found;
}
