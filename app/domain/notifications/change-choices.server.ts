import { updatePreference } from '#db/queries/notification-writes.ts';
import { changesBetween } from '../kernel/audit-entry.ts';
import { commit } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { Conflict } from '../kernel/errors.ts';
import { findChoices } from './find-choices.server.ts';
import { DEFAULT_CHOICES, type Choices } from './preference-form.ts';

/** Keeps what the actor wants to be told. Throws Conflict where it was changed in another window meanwhile. */
export async function changeChoices(context: Context, version: number, choices: Choices): Promise<void> {
  const { actor, db } = context;
  const found = (await findChoices(db, [actor.accountId])).get(actor.accountId);
  const changes = changesBetween({ ...(found?.choices ?? DEFAULT_CHOICES) }, { ...choices });
  if (Object.keys(changes).length === 0 && found?.version === version) return;
  await commit(context, async ({ trx, record }) => {
    const saved = await updatePreference(trx, actor.accountId, version, {
      assignment_mail: Number(choices.assignmentMail),
      mention_mail: Number(choices.mentionMail),
      digest: choices.digest,
      digest_hour: choices.digestHour,
      calm: Number(choices.calm),
      quiet_from: choices.quietFrom,
      quiet_until: choices.quietUntil,
    });
    if (!saved) throw new Conflict('You changed this in another window meanwhile. Open the page again.');
    record({
      action: 'preference.changed',
      noun: 'preference',
      id: actor.accountId,
      ref: actor.ref,
      changes,
    });
  });
}
