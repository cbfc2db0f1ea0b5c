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

/** The counts of the interactions written, as `db/queries/tallies.ts` would have kept them. */
export class Tallies {
  readonly #all = new Map<string, { logged: number; held: number }>();
  readonly #countries = new Map<string, { logged: number; held: number }>();
  readonly #areas = new Map<string, number>();

  count(
    circleId: number,
    month: string,
    held: boolean,
    countryIds: readonly number[],
    areaIds: readonly number[],
  ): void {
    raise(this.#all, `${circleId} ${month}`, held);
    for (const countryId of countryIds) {
      raise(this.#countries, `${countryId} ${circleId} ${month}`, held);
      if (!held) continue;
      for (const areaId of areaIds) {
        const key = `${countryId} ${circleId} ${month} ${areaId}`;
        this.#areas.set(key, (this.#areas.get(key) ?? 0) + 1);
      }
    }
  }

  addTo({ rows }: ScalePlan): void {
    for (const [key, counts] of this.#all) {
      const [circle, month = ''] = key.split(' ');
      rows.add('interaction_tally', { circle_id: Number(circle), month, ...counts });
    }
    for (const [key, counts] of this.#countries) {
      const [country, circle, month = ''] = key.split(' ');
      rows.add('country_tally', { country_id: Number(country), circle_id: Number(circle), month, ...counts });
    }
    for (const [key, held] of this.#areas) {
      const [country, circle, month = '', area] = key.split(' ');
      rows.add('country_area_tally', {
        country_id: Number(country),
        circle_id: Number(circle),
        month,
        work_area_id: Number(area),
        held,
      });
    }
  }
}

function raise(counts: Map<string, { logged: number; held: number }>, key: string, held: boolean): void {
  const known = counts.get(key) ?? { logged: 0, held: 0 };
  counts.set(key, { logged: known.logged + 1, held: known.held + (held ? 1 : 0) });
}
