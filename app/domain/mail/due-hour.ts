import { dayIn } from '../kernel/context.ts';
import { addDays } from '../kernel/fields.ts';
import type { Choices } from '../notifications/preference-form.ts';

const QUARTER = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The hour of the day, 0 to 23, of an instant in a zone. */
export function hourIn(instant: Date, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
    formats.set(zone, format);
  }
  return Number(format.format(instant));
}

type Quiet = Pick<Choices, 'quietFrom' | 'quietUntil'>;

function isQuiet(hour: number, { quietFrom, quietUntil }: Quiet): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  return quietFrom < quietUntil
    ? hour >= quietFrom && hour < quietUntil
    : hour >= quietFrom || hour < quietUntil;
}

/** When the reader's quiet hours end; undefined where it is not quiet now. */
export function quietUntil(now: Date, zone: string, quiet: Quiet): Date | undefined {
  if (!isQuiet(hourIn(now, zone), quiet)) return undefined;
  // Walked in quarters of an hour of real time, so that clock changes need no thought: zones are shifted by no less.
  let at = Math.floor(now.getTime() / QUARTER) * QUARTER + QUARTER;
  while (isQuiet(hourIn(new Date(at), zone), quiet)) at += QUARTER;
  return new Date(at);
}

export interface DigestTurn {
  /** `order` the digest of this day, `mend` a day that lies too far ahead to have been, or `wait`. */
  act: 'order' | 'mend' | 'wait';
  /** The reader's day. */
  on: string;
}

/**
 * Whether the digest of the reader's day is to be ordered now. Once a day however the clock changes: an hour that is
 * left out that day is passed by the next one, and one that comes twice finds the day done. `sentOn` further ahead than
 * a change of zone can make it was written by a clock that was wrong: it becomes today, and the next one comes tomorrow.
 */
export function digestTurn(
  now: Date,
  zone: string,
  { digest, digestHour }: Pick<Choices, 'digest' | 'digestHour'>,
  sentOn: string | null,
): DigestTurn {
  const on = dayIn(now, zone);
  if (digest === 'off') return { act: 'wait', on };
  if (sentOn !== null && sentOn > addDays(on, 1)) return { act: 'mend', on };
  if (sentOn !== null && sentOn >= on) return { act: 'wait', on };
  if (digest === 'weekly' && !isWeekDue(on, sentOn)) return { act: 'wait', on };
  return { act: hourIn(now, zone) >= digestHour ? 'order' : 'wait', on };
}

/** On Mondays; later in the week only where the Monday was missed. */
function isWeekDue(on: string, sentOn: string | null): boolean {
  const weekday = (new Date(`${on}T12:00:00Z`).getUTCDay() + 6) % 7;
  return weekday === 0 || (sentOn !== null && sentOn < addDays(on, -weekday));
}
