import { createHash } from 'node:crypto';

const WINDOW = 600_000;
/** Calendars ask a few times an hour; several devices may share an address. */
const MOST_ASKED = 60;
const MOST_KEPT = 10_000;

interface Asked {
  since: number;
  times: number;
}

/** By the digest of the secret, whether there is such a feed or not: the answer tells nothing about it. */
const asked = new Map<string, Asked>();

/** How many seconds an address must wait; 0 where it is answered. Kept in memory: a restart forgives. */
export function secondsToWait(token: string, now: number): number {
  const key = createHash('sha256').update(token).digest('hex');
  const known = asked.get(key);
  // a clock that was put back must not lock an address
  const fresh = !known || now - known.since > WINDOW || now < known.since ? { since: now, times: 0 } : known;
  fresh.times += 1;
  asked.delete(key);
  asked.set(key, fresh);
  for (const oldest of asked.keys()) {
    if (asked.size <= MOST_KEPT) break;
    asked.delete(oldest);
  }
  return fresh.times <= MOST_ASKED ? 0 : Math.ceil((fresh.since + WINDOW - now) / 1000);
}
