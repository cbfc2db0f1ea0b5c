import { expect, it } from 'vitest';
import { writeMail } from '#app/components/mail/write-mail.ts';
import { composeMail } from '#app/domain/mail/compose-mail.server.ts';
import type { OutboxRow } from '#db/queries/outbox.ts';
import type { Db } from '#db/client.ts';
import { today } from '#app/domain/kernel/context.ts';
import { describeOnBoth } from '../databases.ts';
import { actorOf, makeWorld } from '../world.ts';
import { copyWithout } from './copy-without.ts';
import { hiddenFrom } from './naive-rule.ts';
import { logRandomRecords } from './random-records.ts';

const ACTORS = ['officer', 'colleague', 'manager', 'writer', 'admin', 'outsider'];

/** What a mail would say to a reader now. */
async function said(db: Db, mail: Partial<OutboxRow>): Promise<string> {
  const row = { message_id: 'one', notification_id: null, digest_on: null, ...mail } as OutboxRow;
  const composed = await composeMail({ db, clock: () => new Date() }, row);
  if (composed === 'drop') return 'nothing';
  return 'content' in composed
    ? JSON.stringify(writeMail(composed.content, 'https://rapport.example.org'))
    : 'later';
}

describeOnBoth('mails', (open) => {
  it('say what they would say if nothing were hidden, and name only what is open to all', async () => {
    const db = await open();
    const world = await makeWorld(db);
    await logRandomRecords(world, 1 + Math.floor(Math.random() * 1_000_000), 40);
    await db.updateTable('account').set({ password_hash: 'set up' }).execute();
    const told = await db.selectFrom('notification').select(['id', 'account_id']).execute();
    let mails = 0;
    for (const name of ACTORS) {
      const actor = await actorOf(db, `${name}@demo.example`);
      const rest = await open();
      await copyWithout(db, rest, await hiddenFrom(db, actor));
      const account = { account_id: actor.accountId };
      const orders: Partial<OutboxRow>[] = [
        { ...account, kind: 'digest', digest_on: today({ now: new Date(), zone: actor.zone }) },
        ...told
          .filter((one) => one.account_id === actor.accountId)
          .map((one) => ({ ...account, kind: 'notice' as const, notification_id: one.id })),
      ];
      for (const order of orders) {
        const whole = await said(db, order);
        expect(whole).toBe(await said(rest, order));
        expect(whole).not.toMatch(/of level (?:confidential|restricted|sealed)|sealed:/);
        if (whole !== 'nothing') mails += 1;
      }
    }
    expect(mails).toBeGreaterThan(20);
  }, 120_000);
});
