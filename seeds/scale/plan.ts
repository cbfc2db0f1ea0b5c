import type { Keys } from '#app/domain/kernel/keys.server.ts';
import { seal } from '#app/domain/kernel/keys.server.ts';
import type { Reference } from '#app/domain/reference/reference.server.ts';
import type { RowBuffer } from '#db/queries/bulk-rows.ts';
import type { Chance } from '../random.ts';

export interface ScaleStaff {
  accountId: number;
  teamId: number;
}

export interface ScaleTeam {
  id: number;
  staff: ScaleStaff[];
}

export interface ScaleOrganisation {
  id: number;
  name: string;
  countryId: number | null;
  people: { personId: number; positionId: number; title: string }[];
}

/** What every part of the large data set is made from. */
export interface ScalePlan {
  now: Date;
  keys: Keys;
  chance: Chance;
  reference: Reference;
  rows: RowBuffer;
  teams: ScaleTeam[];
  staff: ScaleStaff[];
  organisations: ScaleOrganisation[];
}

/** Sealed text is really sealed, in the place where it stands. */
export function textAt(plan: ScalePlan, level: number, place: string, text: string): string {
  return level === 3 ? seal(plan.keys, plan.keys.sealing, place, text) : text;
}
