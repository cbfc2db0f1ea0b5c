/** What one slot of load came to. Milliseconds, and answers a second. */
export interface Slot {
  answers: number;
  p50: number;
  p95: number;
  p99: number;
  rate: number;
  /** Processor time of the server for one answer: what a machine that is busy elsewhere changes least. */
  processor: number | null;
}

/** The value below which the share `part` (0…1) of the sorted numbers lies. */
export function percentile(sorted: readonly number[], part: number): number {
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1));
  return sorted[index] ?? Number.NaN;
}

export function slotOf(latencies: readonly number[], seconds: number): Slot {
  const sorted = [...latencies].sort((a, b) => a - b);
  return {
    answers: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    rate: sorted.length / seconds,
    processor: null,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The least that an answer cost in any round: what else the machine does can only add to it. */
export function leastProcessor(rounds: readonly Slot[]): number | null {
  const known = rounds.flatMap((slot) => slot.processor ?? []);
  return known.length > 0 ? Math.min(...known) : null;
}

/** One slot made of several rounds: the median of each figure. */
export function medianSlot(rounds: readonly Slot[]): Slot {
  const of = (figure: (slot: Slot) => number) => median(rounds.map(figure));
  return {
    answers: rounds.reduce((sum, slot) => sum + slot.answers, 0),
    p50: of((slot) => slot.p50),
    p95: of((slot) => slot.p95),
    p99: of((slot) => slot.p99),
    rate: of((slot) => slot.rate),
    processor: leastProcessor(rounds),
  };
}

/** Ratios are taken within a round, where the machine was the same for both, and only then the median. */
export function medianRatio(above: readonly number[], below: readonly number[]): number | null {
  const ratios = above.flatMap((number, round) => {
    const divisor = below[round];
    return divisor ? [number / divisor] : [];
  });
  return ratios.length > 0 ? median(ratios) : null;
}
