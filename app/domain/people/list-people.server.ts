import { foldedWords } from '#db/fold.ts';
import { levelName } from '#db/levels.ts';
import { listPositionsOf, positionOn } from '#db/queries/partners.ts';
import {
  countPeople,
  findVisiblePersonPlace,
  listLastMetPeople,
  listPeople,
} from '#db/queries/person-list.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { activeWords, countryChoices, countryNamed } from '../reference/filters.server.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';

/** Words of the address; '' for what is not asked. */
export interface PeopleQuestion {
  q: string;
  country: string;
  /** The ref of the last person of the page before. */
  after: string;
}

const PAGE = 50;
const MOST_COUNTED = 1_000;

/** People whom the actor may see, by name, each with the post they hold today. */
export async function listPeoplePage(context: Context, question: PeopleQuestion) {
  const { db, actor } = context;
  const day = today(context);
  const country = countryNamed(context, question.country);
  const filter = { words: foldedWords(question.q).slice(0, 8), countryId: country?.id, on: day };
  const after = question.after === '' ? undefined : await placeOf(context, question.after);
  const found = await listPeople(db, actor, filter, { after, limit: PAGE + 1 });
  const shown = found.slice(0, PAGE);
  const ids = shown.map(({ id }) => id);
  const positions = await listPositionsOf(db, ids);
  const lastMet = await listLastMetPeople(db, actor, ids, day);
  const count = await countPeople(db, actor, filter, MOST_COUNTED + 1);
  return {
    people: shown.map((row) => {
      const own = positions.filter((one) => one.person_id === row.id);
      const now = positionOn(own, day);
      return {
        ref: row.ref,
        name: row.name,
        atRisk: row.at_risk === 1,
        level: levelName(row.level),
        title: now?.title ?? null,
        organisation: now?.organisation ?? null,
        country: now?.country_id ? countryLabel(context, now.country_id).name : null,
        lastMetOn: lastMet.get(row.id) ?? null,
      };
    }),
    count: Math.min(count, MOST_COUNTED),
    more: count > MOST_COUNTED,
    next: found.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    q: question.q,
    active: activeWords(context, { country }),
    choices: { countries: countryChoices(context) },
    reading: readingOf(context),
  };
}

/** A hidden person is no place in the list, like one who is not there. */
async function placeOf({ db, actor }: Context, ref: string) {
  const place = isRef(ref) ? await findVisiblePersonPlace(db, actor, ref) : undefined;
  if (!place) throw new BadRequest('This is no place in a list.');
  return place;
}
