import { expect, it } from 'vitest';
import { attemptOf, countAttempt, forgiveAttempt } from '#app/domain/accounts/sign-in-throttle.server.ts';
import { describeOnBoth } from '#tests/databases.ts';

const start = Date.parse('2026-03-02T09:00:00.000Z');
const at = (seconds: number) => new Date(start + seconds * 1000);

describeOnBoth('slowing guesses down', (open) => {
  it('waits longer and longer from the fifth failure, at most 30 seconds', async () => {
    const db = await open();
    // an address of its own each time, so that only the account counts
    const guess = (count: number, seconds: number) =>
      countAttempt(db, attemptOf('a@example.org', `10.0.0.${count}`), at(seconds));
    for (let count = 1; count <= 5; count += 1) expect(await guess(count, 0)).toBe(0);
    expect(await guess(6, 0)).toBe(2);
    expect(await guess(6, 2)).toBe(0);
    expect(await guess(7, 2)).toBe(4);
    for (const seconds of [100, 200, 300, 400]) expect(await guess(8, seconds)).toBe(0);
    expect(await guess(9, 400)).toBe(30);
    expect(await countAttempt(db, attemptOf('b@example.org', '10.0.1.1'), at(400))).toBe(0);
  });

  it('counts ten failures of an address, IPv6 by its /64, and forgets after three minutes', async () => {
    const db = await open();
    const guess = (count: number, address: string, seconds: number) =>
      countAttempt(db, attemptOf(`n${count}@example.org`, address), at(seconds));
    for (let count = 0; count < 10; count += 1)
      expect(await guess(count, `2001:db8:0:1::${count + 1}`, 0)).toBe(0);
    expect(await guess(11, '2001:0db8:0000:0001:ffff::1', 60)).toBe(120);
    expect(await guess(11, '2001:db8:0:2::1', 60)).toBe(0);
    expect(await guess(11, '2001:db8:0:1::1', 181)).toBe(0);
  });

  it('forgives the account that signed in, and one failure of the address', async () => {
    const db = await open();
    const attempt = attemptOf('c@example.org', '10.0.2.1');
    for (let count = 0; count < 5; count += 1) await countAttempt(db, attempt, at(0));
    await forgiveAttempt(db, attempt);
    expect(await countAttempt(db, attempt, at(1))).toBe(0);
  });

  it('lets no more through when many come at once', async () => {
    const db = await open();
    const attempt = attemptOf('d@example.org', '10.0.3.1');
    const waits = await Promise.all(Array.from({ length: 20 }, () => countAttempt(db, attempt, at(0))));
    expect(waits.filter((wait) => wait === 0).length).toBeLessThanOrEqual(6);
  });
});
