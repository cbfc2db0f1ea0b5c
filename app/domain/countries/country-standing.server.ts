import {
  listMechanisms,
  listReviews,
  listTreatyStatus,
  type TreatyStatusRow,
} from '#db/queries/country-facts.ts';
import { today, type Context } from '../kernel/context.ts';
import { spokenCode } from '../reference/labels.server.ts';
import { labelOf, type Country } from '../reference/reference.server.ts';
import { mechanismStanding, type OpcatStatus } from './mechanism-standing.ts';
import { nextReview } from './next-review.ts';

/** Where a fact is from; `recalled` and `inferred` ones are said to be so wherever they are shown. */
export interface FactSource {
  source: string;
  asOf: string | null;
  confidence: string;
}

export interface TreatyStanding {
  /** Undefined where the lists have no entry: unknown, not "no". */
  status: 'party' | 'signatory' | 'denounced' | undefined;
  signedOn: string | null;
  boundOn: string | null;
  how: string | null;
  notes: string | null;
  fact: FactSource | null;
}

export const NO_ENTRY: TreatyStanding = {
  status: undefined,
  signedOn: null,
  boundOn: null,
  how: null,
  notes: null,
  fact: null,
};

const STATUSES = ['party', 'signatory', 'denounced'] as const;

export function treatyStanding(row: TreatyStatusRow | undefined): TreatyStanding {
  if (!row) return NO_ENTRY;
  return {
    status: STATUSES.find((one) => one === row.status),
    signedOn: row.signed_on,
    boundOn: row.bound_on,
    how: row.how,
    notes: row.notes,
    fact: { source: row.source, asOf: row.as_of, confidence: row.confidence },
  };
}

export function opcatStatus(row: TreatyStatusRow | undefined): OpcatStatus | undefined {
  return (
    row && {
      status: row.status,
      boundOn: row.bound_on,
      inForceOn: row.in_force_on,
      art24Part: row.opcat_art24_part,
      art24Until: row.opcat_art24_until,
    }
  );
}

/** The facts of a State: treaties, mechanism, review. */
export async function countryStanding(context: Context, countryId: number) {
  const { reference, actor } = context;
  const { rows, mechanism, reviews } = await factsOf(context, countryId);
  const rowOf = (code: string) => {
    const id = reference.findInstrument(code)?.id;
    return rows.find((row) => row.instrument_id === id);
  };
  const day = today(context);
  return {
    memberships: membershipsOf(reference.countryById(countryId)),
    cat: treatyStanding(rowOf('CAT')),
    opcat: treatyStanding(rowOf('OPCAT')),
    mechanism: {
      standing: mechanismStanding(opcatStatus(rowOf('OPCAT')), mechanism, day),
      name: mechanism?.name_en ?? mechanism?.name ?? null,
      ownName: mechanism?.name_en ? mechanism.name : null,
      designatedOn: mechanism?.designated_on ?? null,
      legalBasis: mechanism?.legal_basis ?? null,
      notes: mechanism?.notes ?? null,
      fact: mechanism && factOf(mechanism, mechanism.as_of),
    },
    review: { ...nextReview(reviews, day), fact: reviews[0] && factOf(reviews[0], null) },
    treaties: reference.instruments
      .filter(
        ({ id, code }) => !['CAT', 'OPCAT'].includes(code) && rows.some((row) => row.instrument_id === id),
      )
      .map(({ id, code, titles }) => ({
        code,
        label: spokenCode(code),
        title: labelOf(titles, actor.language),
        ...treatyStanding(rows.find((row) => row.instrument_id === id)),
      })),
  };
}

function factsOf({ db, reference }: Context, countryId: number) {
  return reference.remember(`facts of country ${countryId}`, async () => {
    const [mechanism] = await listMechanisms(db, countryId);
    return {
      rows: await listTreatyStatus(db, { countryId }),
      mechanism,
      reviews: await listReviews(db, countryId),
    };
  });
}

function factOf(row: { source: string; confidence: string }, asOf: string | null): FactSource {
  return { source: row.source, asOf, confidence: row.confidence };
}

function membershipsOf({ membership: { un, coe, au, oas } }: Country): string[] {
  return [
    un === 'yes' ? 'United Nations' : un === 'observer' ? 'United Nations observer' : '',
    coe === 'yes' ? 'Council of Europe' : '',
    au === 'yes' ? 'African Union' : '',
    oas === 'yes' ? 'Organization of American States' : '',
  ].filter(Boolean);
}
