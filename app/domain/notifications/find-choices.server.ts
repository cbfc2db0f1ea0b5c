import type { Db, Trx } from '#db/client.ts';
import { listPreferences, type Preference } from '#db/queries/notification-writes.ts';
import { DEFAULT_CHOICES, type Choices } from './preference-form.ts';

export interface FoundChoices {
  choices: Choices;
  version: number;
  /** The day of the reader whose digest was ordered last. */
  digestSentOn: string | null;
}

const NEVER_CHOSE: FoundChoices = { choices: DEFAULT_CHOICES, version: 1, digestSentOn: null };

/** What each of these accounts chose, or what holds for those who never did. */
export async function findChoices(
  db: Db | Trx,
  accountIds: readonly number[],
): Promise<Map<number, FoundChoices>> {
  const rows = new Map((await listPreferences(db, accountIds)).map((row) => [row.account_id, row]));
  return new Map(
    accountIds.map((id) => {
      const row = rows.get(id);
      return [
        id,
        row
          ? { choices: choicesOf(row), version: row.version, digestSentOn: row.digest_sent_on }
          : NEVER_CHOSE,
      ];
    }),
  );
}

function choicesOf(row: Preference): Choices {
  return {
    assignmentMail: row.assignment_mail === 1,
    mentionMail: row.mention_mail === 1,
    digest: row.digest,
    digestHour: row.digest_hour,
    calm: row.calm === 1,
    quietFrom: row.quiet_from,
    quietUntil: row.quiet_until,
  };
}
