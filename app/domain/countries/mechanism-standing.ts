/** Where a State stands with its preventive mechanism, by the OPCAT and by what is known of the mechanism. */
export type MechanismStanding =
  | { kind: 'operational' | 'designated' | 'partial' | 'in transition' | 'unclear' }
  /** Not designated, within the year that article 17 gives; `by` is unknown where the entry into force is. */
  | { kind: 'due'; by: string | null }
  | { kind: 'late'; by: string; months: number }
  /** Article 24: the part on mechanisms is put off; `until` may be unknown. */
  | { kind: 'postponed'; until: string | null }
  | { kind: 'signed only' }
  | { kind: 'unknown' };

export interface OpcatStatus {
  status: string;
  boundOn: string | null;
  inForceOn: string | null;
  art24Part: string | null;
  art24Until: string | null;
}

const KNOWN = ['operational', 'designated', 'partial', 'in transition', 'unclear'] as const;

/**
 * OPCAT article 17: a mechanism at the latest one year after entry into force for the State. Article 24: a declaration
 * can put off part IV, the part on mechanisms. Fact dates may be known by year or month only; they then end with it.
 */
export function mechanismStanding(
  opcat: OpcatStatus | undefined,
  mechanism: { status: string } | undefined,
  today: string,
): MechanismStanding {
  const kind = KNOWN.find((one) => one === mechanism?.status);
  if (kind) return { kind };
  if (opcat?.status === 'signatory') return { kind: 'signed only' };
  if (opcat?.status !== 'party' || mechanism?.status !== 'not designated') return { kind: 'unknown' };
  if (opcat.art24Part === 'IV') {
    const until = opcat.art24Until;
    return until !== null && isPast(until, today) ? late(until, today) : { kind: 'postponed', until };
  }
  const from = opcat.inForceOn ?? opcat.boundOn;
  if (from === null) return { kind: 'due', by: null };
  const by = aYearAfter(from);
  return isPast(by, today) ? late(by, today) : { kind: 'due', by };
}

function late(by: string, today: string): MechanismStanding {
  const [year = 0, month = 12, day = 31] = by.split('-').map(Number);
  const [nowYear = 0, nowMonth = 0, nowDay = 0] = today.split('-').map(Number);
  const months = (nowYear - year) * 12 + (nowMonth - month) - (nowDay < day ? 1 : 0);
  return { kind: 'late', by, months: Math.max(0, months) };
}

function isPast(on: string, today: string): boolean {
  return on < today.slice(0, on.length);
}

function aYearAfter(on: string): string {
  const next = `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`;
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next;
}
