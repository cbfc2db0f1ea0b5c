import type { ScalePlan } from './plan.ts';

/** Circles by their key, made on first need, as `db/audience.ts` makes them one at a time. */
export class Circles {
  readonly #ids: Map<string, number>;
  #next: number;

  constructor(known: ReadonlyMap<string, number>) {
    this.#ids = new Map(known);
    this.#next = Math.max(0, ...known.values()) + 1;
  }

  idOf(plan: ScalePlan, level: number, teamIds: readonly number[]): number {
    const sorted = [...teamIds].sort((a, b) => a - b);
    const key = level === 0 ? 'everyone' : level === 1 ? sorted.join(',') : 'named';
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#next;
    this.#next += 1;
    this.#ids.set(key, id);
    plan.rows.add('circle', { id, key });
    for (const team_id of sorted) plan.rows.add('circle_team', { circle_id: id, team_id });
    return id;
  }
}
