import type { Change } from '#app/domain/kernel/audit-entry.ts';
import type { CommitContext, Work } from '#app/domain/kernel/commit.server.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { insertOrganisation } from '#db/queries/partners.ts';
import {
  listBodiesWithoutOrganisation,
  listTermIds,
  type BodyWithoutOrganisation,
} from '#db/queries/reference-rows.ts';

/** What people call a body whose code is not its acronym. */
const ACRONYMS: Record<string, string> = {
  'CAT-C': 'CAT Committee',
  HRCTTEE: 'CCPR',
  'CED-C': 'CED Committee',
  'CRC-C': 'CRC Committee',
  'CRPD-C': 'CRPD Committee',
  'COE-CM': 'CM',
  'COE-CHR': 'CommDH',
  'SRP-AFR': 'SRP',
  'ACHPR-C': 'ACHPR',
  'IACHR-PDL-R': 'PDL Rapporteurship',
  'EU-COHOM': 'COHOM',
};

const REGIONAL = /Council of Europe|African|American|IACHR|ASEAN|European|OSCE/;

function partnerTypeOf({ parent }: BodyWithoutOrganisation): string {
  if (!parent) return 'IO';
  if (/NHRI/.test(parent)) return 'NHRI';
  if (REGIONAL.test(parent)) return 'REG';
  if (/United Nations|UN |Human Rights Council/.test(parent)) return 'IO-UN';
  return 'IO';
}

/** Makes each international body a partner once, so that the pickers find it. The partner types must be there. */
export async function addBodyOrganisations(work: Work<CommitContext>): Promise<number> {
  const { trx, context } = work;
  const missing = await listBodiesWithoutOrganisation(trx);
  if (missing.length === 0) return 0;
  const types = await listTermIds(trx);
  const at = context.now.toISOString();
  for (const body of missing) {
    const [name, ...translations] = body.names;
    const acronym = ACRONYMS[body.code] ?? body.code;
    const partnerType = partnerTypeOf(body);
    const typeId = types.get(`partner_type/${partnerType}`);
    if (typeId === undefined)
      throw new Error(`The partner type ${partnerType} is missing: partner_types.csv comes first.`);
    const ref = makeRef(context.random);
    const id = await insertOrganisation(trx, {
      ref,
      name,
      acronym,
      partner_type_id: typeId,
      country_id: null,
      international_body_id: body.id,
      other_names: [...new Set(translations.filter((other) => other !== name))],
      created_at: at,
      created_by_id: null,
    });
    const changes: Record<string, Change> = {
      name: [null, name],
      acronym: [null, acronym],
      partnerType: [null, partnerType],
    };
    work.record({ action: 'organisation.created', noun: 'organisation', id, ref, changes });
  }
  return missing.length;
}
