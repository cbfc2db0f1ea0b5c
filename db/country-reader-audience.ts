import { sql } from 'kysely';
import type { Trx } from './client.ts';

/** The rows of accounts once more by country: what is counted one by one there is found without a walk. */
export async function writeCountryReaders(trx: Trx, interactionId: number): Promise<void> {
  await trx.deleteFrom('country_account_reader').where('interaction_id', '=', interactionId).execute();
  await sql`insert into country_account_reader
      (country_id, principal_id, occurred_on, interaction_id, circle_id, logged, held)
    select link.country_id, reader.principal_id, reader.occurred_on, reader.interaction_id, interaction.circle_id,
      case when interaction.archived_at is null then 1 else 0 end,
      case when interaction.archived_at is null and interaction.state = 'held' then 1 else 0 end
    from interaction_reader as reader inner join account on account.id = reader.principal_id
    inner join interaction_country as link on link.interaction_id = reader.interaction_id
    inner join interaction on interaction.id = reader.interaction_id
    where reader.interaction_id = ${interactionId}`.execute(trx);
}
