import { foldedWords } from '#db/fold.ts';
import { listOrganisationMatches, listPersonMatches } from '#db/queries/partner-suggestions.ts';
import { readsRecords } from '#db/visibility.ts';
import { today, type Context } from '../kernel/context.ts';
import { isNamed } from '../reference/is-named.ts';
import { countryLabel, readingOf, type CountryLabel } from '../reference/labels.server.ts';

const MOST = 20;

/** People, organisations and countries by the beginnings of the words of their names. */
export async function searchNames(context: Context, q: string) {
  const { db, actor, reference } = context;
  const words = foldedWords(q).slice(0, 8);
  const asked = { words, on: today(context), countryIds: [], limit: MOST + 1 };
  const organisations = words.length === 0 ? [] : await listOrganisationMatches(db, asked);
  const people = words.length === 0 || !readsRecords(actor) ? [] : await listPersonMatches(db, actor, asked);
  const countries = words.length === 0 ? [] : reference.countries.filter((one) => isNamed(one, words));
  return {
    q,
    asked: words.length > 0,
    countries: countries.slice(0, MOST).map(({ id }) => countryLabel(context, id)),
    organisations: organisations.slice(0, MOST).map((row) => ({
      ref: row.ref,
      name: row.name,
      acronym: row.acronym,
      country: nameOf(context, row.countryId),
    })),
    moreOrganisations: organisations.length > MOST,
    // somebody with two posts comes twice: the first is the one to show
    people: [
      ...new Map(
        people
          .slice(0, MOST)
          .reverse()
          .map((row) => [row.ref, row]),
      ).values(),
    ]
      .reverse()
      .map((row) => ({
        ref: row.ref,
        name: row.name,
        post: [row.title, row.organisationName].filter(Boolean).join(', '),
        country: nameOf(context, row.countryId),
      })),
    morePeople: people.length > MOST,
    reading: readingOf(context),
  };
}

function nameOf(context: Context, countryId: number | null): CountryLabel | null {
  return countryId === null ? null : countryLabel(context, countryId);
}
