import { daysFrom, median } from './median.ts';
import { isStage, type AdviceStatus } from './statuses.ts';

/** One recorded step; those of a piece of advice follow each other in the order of the record. */
export interface RecordedStep {
  advice_id: number;
  status_id: number;
  occurred_on: string;
}

export interface StageCount {
  id: number;
  /** Pieces that stand here now. */
  standing: number;
  /** Pieces that stand here or further, or ended from here or further. */
  reached: number;
  /** Days since the step before, over the pieces that made this step; null of none, and at the first stage. */
  medianDays: number | null;
  /** Days since it was given, over the same. */
  medianSinceGiven: number | null;
  /** How many made the step: what the medians are of. */
  made: number;
}

export interface EndCount {
  id: number;
  count: number;
  medianDays: number | null;
  medianSinceGiven: number | null;
  made: number;
  /** From which stage they ended so, by the place of the stage. */
  from: number[];
}

export interface FlowCounts {
  total: number;
  stages: StageCount[];
  ends: EndCount[];
}

/** Where pieces of advice stand, how far they came, and how long each step took. `statuses` in the order of the vocabulary. */
export function flowOfSteps(steps: readonly RecordedStep[], statuses: readonly AdviceStatus[]): FlowCounts {
  const stages = statuses.filter(isStage);
  const ends = statuses.filter((status) => !isStage(status));
  const standing = new Map<number, number>();
  const endedFrom = new Map<number, number[]>(ends.map(({ id }) => [id, stages.map(() => 0)]));
  const waits = new Map<number, { since: number[]; given: number[] }>();
  const pieces = piecesOf(steps);
  for (const piece of pieces) {
    const last = piece.at(-1);
    if (!last) continue;
    standing.set(last.status_id, (standing.get(last.status_id) ?? 0) + 1);
    const place = lastStage(piece, stages);
    const from = endedFrom.get(last.status_id);
    if (from) from[place] = (from[place] ?? 0) + 1;
    noteWaits(piece, waits);
  }
  const placed = stages.map(({ id }, place) => {
    const ended = ends.reduce((sum, end) => sum + (endedFrom.get(end.id)?.[place] ?? 0), 0);
    return (standing.get(id) ?? 0) + ended;
  });
  const timesOf = (id: number) => {
    const { since = [], given = [] } = waits.get(id) ?? {};
    return { medianDays: median(since), medianSinceGiven: median(given), made: since.length };
  };
  return {
    total: pieces.length,
    stages: stages.map(({ id }, place) => ({
      id,
      standing: standing.get(id) ?? 0,
      reached: placed.slice(place).reduce((sum, count) => sum + count, 0),
      ...timesOf(id),
    })),
    ends: ends.map(({ id }) => ({
      id,
      count: standing.get(id) ?? 0,
      ...timesOf(id),
      from: endedFrom.get(id) ?? [],
    })),
  };
}

function piecesOf(steps: readonly RecordedStep[]): RecordedStep[][] {
  const pieces = new Map<number, RecordedStep[]>();
  for (const step of steps) {
    const known = pieces.get(step.advice_id);
    if (known) known.push(step);
    else pieces.set(step.advice_id, [step]);
  }
  return [...pieces.values()];
}

/** The stage at which it stands, or stood before it ended. */
function lastStage(piece: readonly RecordedStep[], stages: readonly AdviceStatus[]): number {
  for (const step of [...piece].reverse()) {
    const place = stages.findIndex(({ id }) => id === step.status_id);
    if (place >= 0) return place;
  }
  return 0;
}

/** The first time that a piece came to a status counts; coming back to it later says nothing of how long it takes. */
function noteWaits(
  piece: readonly RecordedStep[],
  waits: Map<number, { since: number[]; given: number[] }>,
): void {
  const met = new Set<number>(piece.slice(0, 1).map(({ status_id }) => status_id));
  const given = piece[0]?.occurred_on ?? '';
  for (const [place, step] of piece.entries()) {
    const before = piece[place - 1];
    if (!before || met.has(step.status_id)) continue;
    met.add(step.status_id);
    const known = waits.get(step.status_id) ?? { since: [], given: [] };
    known.since.push(daysFrom(before.occurred_on, step.occurred_on));
    known.given.push(daysFrom(given, step.occurred_on));
    waits.set(step.status_id, known);
  }
}
