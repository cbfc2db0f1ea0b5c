import { foldedWords } from '#db/fold.ts';
import {
  countOrganisations,
  findOrganisationPlace,
  listLastMet,
  listOrganisations,
} from '#db/queries/organisation-list.ts';
import { today, type Context } from '../kernel/context.ts';
import { BadRequest } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { activeWords, countryChoices, countryNamed, termNamed } from '../reference/filters.server.ts';
import { countryLabel, readingOf, termLabel } from '../reference/labels.server.ts';
import { partnerTypeBranch, partnerTypeChoices } from '../reference/partner-types.server.ts';

/** Words of the address; '' for what is not asked. */
export interface OrganisationQuestion {
  q: string;
  country: string;
  partnerType: string;
  /** The ref of the last organisation of the page before. */
  after: string;
}

const PAGE = 50;
const MOST_COUNTED = 1_000;

/** Organisations by name, found by the beginnings of the words of any of their names. */
export async function listOrganisationPage(context: Context, question: OrganisationQuestion) {
  const { db, actor } = context;
  const country = countryNamed(context, question.country);
  const partnerType = termNamed(context, 'partner_type', question.partnerType);
  const filter = {
    words: foldedWords(question.q).slice(0, 8),
    countryId: country?.id,
    partnerTypeIds: partnerType && partnerTypeBranch(context, partnerType),
  };
  const after = question.after === '' ? undefined : await placeOf(context, question.after);
  const found = await listOrganisations(db, filter, { after, limit: PAGE + 1 });
  const shown = found.slice(0, PAGE);
  const lastMet = await listLastMet(
    db,
    actor,
    shown.map(({ id }) => id),
    today(context),
  );
  const count = await countOrganisations(db, filter, MOST_COUNTED + 1);
  return {
    organisations: shown.map((row) => ({
      ref: row.ref,
      name: row.name,
      acronym: row.acronym,
      partnerType: termLabel(context, row.partner_type_id),
      country: row.country_id === null ? null : countryLabel(context, row.country_id),
      lastMetOn: lastMet.get(row.id) ?? null,
    })),
    count: Math.min(count, MOST_COUNTED),
    more: count > MOST_COUNTED,
    next: found.length > PAGE ? (shown.at(-1)?.ref ?? null) : null,
    turned: after !== undefined,
    q: question.q,
    active: activeWords(context, { country, partner_type: partnerType }),
    choices: { countries: countryChoices(context), partnerTypes: partnerTypeChoices(context) },
    reading: readingOf(context),
  };
}

async function placeOf({ db }: Context, ref: string) {
  const place = isRef(ref) ? await findOrganisationPlace(db, ref) : undefined;
  if (!place) throw new BadRequest('This is no place in a list.');
  return place;
}
