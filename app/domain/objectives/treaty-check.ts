import type { StageFact } from '#db/schema/objectives.ts';

/**
 * Objectives and treaty facts, held against each other. What the lists do not say is unknown, and unknown contradicts
 * nothing: it is never read as "no". Dates may be known by year or month only.
 */

export interface TreatyFact {
  /** 'party', 'signatory' or 'denounced'. */
  status: string;
  signedOn: string | null;
  boundOn: string | null;
  source: string;
  asOf: string | null;
}

export interface MechanismFact {
  status: string;
  designatedOn: string | null;
  source: string;
  asOf: string | null;
}

/** What is known of a country and one treaty; undefined where the lists have no entry. */
export interface KnownFacts {
  treaty: TreatyFact | undefined;
  mechanism: MechanismFact | undefined;
}

export interface Finding {
  fact: StageFact;
  truth: 'yes' | 'no' | 'unknown';
  /** Since when it is so, as precise as the source; null where that is unknown. */
  since: string | null;
  /** The word of the list: 'signatory', 'not designated'. */
  status: string | null;
  source: string;
  asOf: string | null;
}

const UNKNOWN = { truth: 'unknown', since: null, status: null, source: '', asOf: null } as const;

/** Whether something that a stage says is so, by what is known. */
export function findingOf(fact: StageFact, { treaty, mechanism }: KnownFacts): Finding {
  if (fact === 'signed' || fact === 'bound') {
    if (!treaty) return { fact, ...UNKNOWN };
    const from = { fact, status: treaty.status, source: treaty.source, asOf: treaty.asOf };
    return { ...from, ...(fact === 'bound' ? boundBy(treaty) : signedBy(treaty)) };
  }
  if (!mechanism) return { fact, ...UNKNOWN };
  const truth = MECHANISM[fact][mechanism.status] ?? 'unknown';
  // only the day of designation is in the lists
  const since = fact === 'mechanism_designated' && truth === 'yes' ? mechanism.designatedOn : null;
  return { fact, truth, since, status: mechanism.status, source: mechanism.source, asOf: mechanism.asOf };
}

type Truth = Pick<Finding, 'truth' | 'since'>;

function boundBy({ status, boundOn }: TreatyFact): Truth {
  if (status === 'party') return { truth: 'yes', since: boundOn };
  if (status === 'signatory' || status === 'denounced') return { truth: 'no', since: null };
  return { truth: 'unknown', since: null };
}

/** A State that acceded never signed, and is past what signing stands for. */
function signedBy({ status, signedOn, boundOn }: TreatyFact): Truth {
  if (status === 'party') return { truth: 'yes', since: signedOn ?? boundOn };
  if (status === 'signatory') return { truth: 'yes', since: signedOn };
  return { truth: signedOn === null ? 'unknown' : 'yes', since: signedOn };
}

/** What each status of a mechanism says; a status that is left out says nothing. */
const MECHANISM: Record<Exclude<StageFact, 'signed' | 'bound'>, Record<string, Finding['truth']>> = {
  mechanism_designated: {
    operational: 'yes',
    designated: 'yes',
    partial: 'yes',
    'in transition': 'yes',
    'not designated': 'no',
  },
  mechanism_established: { operational: 'yes', partial: 'yes', designated: 'no', 'not designated': 'no' },
  mechanism_functioning: { operational: 'yes', designated: 'no', 'not designated': 'no' },
};

export interface LadderStage {
  id: number;
  meaning: 'open' | 'positive' | 'negative' | 'closed' | null;
  facts: readonly StageFact[];
}

export interface StageCheck {
  /** What the stage says and the lists deny. */
  contradictions: (Finding & { newer: boolean })[];
  /** A later stage that the lists say has been reached. */
  offer: { stageId: number; finding: Finding } | null;
}

/**
 * `ladder`: the stages of the set in order. `movedOn`: the day of the last move. A contradiction is `newer` where the
 * move is of a later day than the list: the list may simply not know yet. Only objectives that are open are offered
 * a stage, and only one that is the first to say something that is so.
 */
export function checkStage(
  ladder: readonly LadderStage[],
  stageId: number,
  movedOn: string,
  known: KnownFacts,
): StageCheck {
  const place = ladder.findIndex(({ id }) => id === stageId);
  const stage = ladder[place];
  if (!stage) return { contradictions: [], offer: null };
  const contradictions = stage.facts
    .map((fact) => findingOf(fact, known))
    .filter(({ truth }) => truth === 'no')
    .map((finding) => ({ ...finding, newer: isLater(movedOn, finding.asOf) }));
  if (stage.meaning !== 'open') return { contradictions, offer: null };
  const said = new Set(ladder.slice(0, place + 1).flatMap(({ facts }) => facts));
  let offer: StageCheck['offer'] = null;
  for (const { id, facts } of ladder.slice(place + 1)) {
    const fresh = facts.filter((fact) => !said.has(fact));
    for (const fact of fresh) said.add(fact);
    const findings = facts.map((fact) => findingOf(fact, known));
    const newest = findings.filter(({ fact }) => fresh.includes(fact)).at(-1);
    if (newest && findings.every(({ truth }) => truth === 'yes')) offer = { stageId: id, finding: newest };
  }
  return { contradictions, offer };
}

/** True only where it is certain: a list of 2026 may be as new as a move of March 2026. */
function isLater(day: string, asOf: string | null): boolean {
  return asOf !== null && day.slice(0, asOf.length) > asOf;
}
