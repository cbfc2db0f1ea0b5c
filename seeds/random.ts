import type { RandomBytes } from '#app/domain/kernel/refs.ts';

/** Chance that repeats itself: the same seed gives the same choices in the same order. */
export class Chance {
  #state: number;

  constructor(seed: Uint8Array) {
    this.#state = seed.reduce((state, byte) => Math.imul(state ^ byte, 16_777_619), 2_166_136_261) >>> 0;
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** Whole numbers near 0 come up far more often: a few are busy, most are not. */
  skewed(limit: number, power = 3): number {
    return Math.floor(limit * this.next() ** power);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
    return chosen;
  }

  /** `count` different entries, fewer where the list is short. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    return Array.from(
      { length: Math.min(count, list.length) },
      () => left.splice(this.below(left.length), 1)[0] as T,
    );
  }

  readonly bytes: RandomBytes = (length) => Uint8Array.from({ length }, () => this.below(256));
}

const DAY = 86_400_000;

/** The day so many days after `from`, 'YYYY-MM-DD'. */
export function dayAfter(from: Date, days: number): string {
  return new Date(from.getTime() + days * DAY).toISOString().slice(0, 10);
}
