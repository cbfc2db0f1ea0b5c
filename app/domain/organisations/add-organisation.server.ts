import { insertOrganisation } from '#db/queries/partners.ts';
import type { Work } from '../kernel/commit.server.ts';
import { makeRef } from '../kernel/refs.ts';

export interface OrganisationInput {
  name: string;
  acronym?: string | null;
  otherNames?: string[];
  /** Code of the vocabulary `partner_type`. */
  partnerType: string;
  countryId: number | null;
  parentId?: number | null;
}

/** Step: writes an organisation and its audit record. Answers its id and ref. */
export async function addOrganisation(
  work: Work,
  input: OrganisationInput,
): Promise<{ id: number; ref: string }> {
  const { context, trx } = work;
  const ref = makeRef(context.random);
  const type = context.reference.term('partner_type', input.partnerType);
  const id = await insertOrganisation(trx, {
    ref,
    name: input.name,
    acronym: input.acronym ?? null,
    partner_type_id: type.id,
    country_id: input.countryId,
    parent_id: input.parentId ?? null,
    other_names: input.otherNames ?? [],
    created_at: context.now.toISOString(),
    created_by_id: context.actor.accountId,
  });
  const country = input.countryId === null ? null : context.reference.countryById(input.countryId).iso3;
  work.record({
    action: 'organisation.created',
    noun: 'organisation',
    id,
    ref,
    changes: { name: [null, input.name], partner_type: [null, input.partnerType], country: [null, country] },
  });
  return { id, ref };
}
