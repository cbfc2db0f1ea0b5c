import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { transact, type Db } from '#db/client.ts';
import { fold } from '#db/fold.ts';
import {
  deleteThrottle,
  deleteThrottlesBefore,
  lockThrottle,
  updateThrottle,
  updateThrottleLess,
  type Throttle,
} from '#db/queries/sign-in-throttles.ts';

const second = 1000;
const addressWindow = 180 * second;
const addressLimit = 10;
const accountWindow = 15 * 60 * second;
const freeFailures = 4;
const longestDelay = 30 * second;

export interface Attempt {
  account: string;
  address: string;
}

/** Names the attempt for the throttle. What was typed as an e-mail is kept only as a digest. */
export function attemptOf(email: string, address: string): Attempt {
  const digest = createHash('sha256').update(fold(email)).digest('hex');
  return { account: `account:${digest}`, address: `address:${networkOf(address)}` };
}

/**
 * Counts the attempt as failed before the password is looked at, so that many at once cannot slip through
 * together. Returns the seconds to wait where it comes too early: then it is not counted. Never a lock-out.
 */
export async function countAttempt(db: Db, attempt: Attempt, now: Date): Promise<number> {
  return transact(db, async (trx) => {
    const at = now.toISOString();
    const account = await lockThrottle(trx, attempt.account, at);
    const address = await lockThrottle(trx, attempt.address, at);
    const wait = Math.max(accountDelay(account, now), addressDelay(address, now));
    if (wait > 0) return Math.ceil(wait / second);
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
    await updateThrottle(trx, attempt.account, at, before(accountWindow));
    await updateThrottle(trx, attempt.address, at, before(addressWindow));
    return 0;
  });
}

/** The attempt succeeded: the account starts afresh, and the address gets its one failure back. */
export async function forgiveAttempt(db: Db, attempt: Attempt): Promise<void> {
  await transact(db, async (trx) => {
    await deleteThrottle(trx, attempt.account);
    await updateThrottleLess(trx, attempt.address);
  });
}

function accountDelay(throttle: Throttle, now: Date): number {
  if (throttle.failures <= freeFailures) return 0;
  const delay = Math.min(longestDelay, 2 ** (throttle.failures - freeFailures) * second);
  return left(throttle, delay, now);
}

function addressDelay(throttle: Throttle, now: Date): number {
  return throttle.failures >= addressLimit ? left(throttle, addressWindow, now) : 0;
}

/** Forgets the counts that no longer matter. For the start of a server. */
export async function forgetOldAttempts(db: Db, now: Date): Promise<void> {
  await deleteThrottlesBefore(db, new Date(now.getTime() - accountWindow).toISOString());
}

/** With a clock that was put back, a failure lies in the future: no wait is longer than its own delay. */
function left(throttle: Throttle, delay: number, now: Date): number {
  const since = now.getTime() - new Date(throttle.lastFailureAt).getTime();
  return Math.min(delay, Math.max(0, delay - since));
}

/** One person has a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::', 2);
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  const groups = [...left, ...zeros, ...right].map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
