import { listLatestWith, listOpenCommitmentsOf } from '#db/queries/partner-latest.ts';
import { listOrganisationsByRef } from '#db/queries/partners.ts';
import { readsRecords } from '#db/visibility.ts';
import type { Context } from '../kernel/context.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import type { PartnerMemory } from './partner-memory.ts';

/** Undefined where there is no such organisation. */
export async function recallPartner(
  context: Context,
  organisationRef: string,
): Promise<PartnerMemory | undefined> {
  const { db, actor, keys, reference } = context;
  const [organisation] = await listOrganisationsByRef(db, [organisationRef]);
  if (!organisation || !readsRecords(actor)) return undefined;
  const country =
    organisation.country_id === null ? undefined : reference.countryById(organisation.country_id);
  const latest = await listLatestWith(db, actor, organisation.id, 4);
  const promises = await listOpenCommitmentsOf(db, actor, organisation.id, 3);
  const countryName = country ? labelOf(country.names, actor.language) : '';
  return {
    ref: organisation.ref,
    title:
      countryName && !organisation.name.includes(countryName)
        ? `${organisation.name}, ${countryName}`
        : organisation.name,
    // Opening a sealed record is logged; a glance in passing therefore shows none.
    latest: latest.filter(({ level }) => level < 3).map(({ ref, on, summary }) => ({ ref, on, summary })),
    promises: promises
      .filter(({ level }) => level < 3)
      .map((row) => ({
        ref: row.ref,
        interaction: row.interactionRef ?? '',
        text: readText(keys, row.level, `commitment|body|${row.ref}`, row.body),
        dueOn: row.dueOn ?? '',
      })),
  };
}
