import { deleteMailsBefore } from '#db/queries/outbox.ts';
import { deleteForgottenSessions } from '#db/queries/sessions.ts';
import { analyseWhatGrew } from '#db/statistics.ts';
import { forgetOldAttempts } from '../accounts/sign-in-throttle.server.ts';
import type { TimedContext } from '../mail/mail-context.ts';
import { orderDigests } from '../mail/order-digests.server.ts';
import { sendMails } from '../mail/send-mails.server.ts';

/** Work that is done by the clock, by one process of a deployment at a time. */
export interface TimedTask {
  name: string;
  /** Seconds from one beginning to the next. */
  every: number;
  run(context: TimedContext): Promise<unknown>;
}

const DAY = 86_400_000;

export const TIMED_TASKS: readonly TimedTask[] = [
  { name: 'order digests', every: 60, run: orderDigests },
  { name: 'send mails', every: 5, run: sendMails },
  { name: 'forget what is over', every: 3600, run: forgetWhatIsOver },
  { name: 'tell how tables are filled', every: 6 * 3600, run: ({ db }) => analyseWhatGrew(db) },
];

/** Sessions that ended a week ago, sign-in attempts long past, and mails that went out a month ago. */
async function forgetWhatIsOver({ db, clock }: TimedContext): Promise<void> {
  const now = clock();
  await deleteForgottenSessions(db, now);
  await forgetOldAttempts(db, now);
  await deleteMailsBefore(db, new Date(now.getTime() - 30 * DAY).toISOString(), 1000);
}
