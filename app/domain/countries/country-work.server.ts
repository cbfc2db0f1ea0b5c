import { levelName } from '#db/levels.ts';
import {
  countHeldInYears,
  listCountryWork,
  listPartnerKinds,
  quarterName,
} from '#db/queries/country-counts.ts';
import { listKeyPeople } from '#db/queries/country-dossier.ts';
import { listPositionsOf, positionOn } from '#db/queries/partners.ts';
import { today, type Context } from '../kernel/context.ts';
import { areaLabels, termLabel } from '../reference/labels.server.ts';
import type { Reference } from '../reference/reference.server.ts';
import { contactAge, daysBetween } from './contact-age.ts';
import { endOfMonth, lastQuarters, monthBefore } from './quarters.ts';

const QUARTERS = 8;
/** Key people are those met most in this many interactions. */
const LATEST = 100;

/** Where our work in a country went, by quarter, and how long it is since we met each kind of partner. */
export async function countryWork(context: Context, countryId: number) {
  const { db, actor, reference } = context;
  const day = today(context);
  const quarters = lastQuarters(day, QUARTERS);
  const days = { from: quarters[0]?.from ?? day, to: quarters.at(-1)?.to ?? day };
  const held = new Map<number, Map<string, number>>();
  const lastOn = new Map<number, string>();
  for (const row of await listCountryWork(db, actor, countryId, days)) {
    const counts = held.get(row.term_id) ?? new Map<string, number>();
    held.set(row.term_id, counts.set(row.quarter, row.held));
    if (row.guarded_on !== null) later(lastOn, row.term_id, row.guarded_on);
  }
  const present = new Set(held.keys());
  for (const kind of await listPartnerKinds(db, actor, countryId, days)) {
    if (kind.present === 1) present.add(rootOf(reference, kind.id));
    if (kind.last_on !== null) later(lastOn, kind.id, kind.last_on);
  }
  const names = quarters.map(({ from }) => quarterName(from));
  const countsOf = (id: number) => names.map((name) => held.get(id)?.get(name) ?? 0);
  return {
    quarters,
    areas: areaLabels(
      context,
      reference.terms('work_area').map(({ id }) => id),
    ).map((area) => ({ ...area, counts: countsOf(reference.term('work_area', area.code).id) })),
    types: reference
      .terms('partner_type')
      .filter(({ id }) => present.has(id))
      .map(({ id, code }) => {
        const last = lastOn.get(id) ?? null;
        const ago = last === null ? null : Math.max(0, daysBetween(last, day));
        return {
          code,
          label: termLabel(context, id),
          counts: countsOf(id),
          lastOn: last,
          days: ago,
          age: ago === null ? ('neglected' as const) : contactAge(ago),
        };
      }),
    keyPeople: await keyPeople(context, countryId),
  };
}

function later(days: Map<number, string>, id: number, day: string): void {
  if (day > (days.get(id) ?? '')) days.set(id, day);
}

function rootOf(reference: Reference, id: number): number {
  const { parentId } = reference.termById(id);
  return parentId === null ? id : rootOf(reference, parentId);
}

async function keyPeople(context: Context, countryId: number) {
  const { db, actor } = context;
  const rows = await listKeyPeople(db, actor, countryId, { latest: LATEST, limit: 6 });
  const positions = await listPositionsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const now = positionOn(
      positions.filter((one) => one.person_id === row.id),
      today(context),
    );
    return {
      ref: row.ref,
      name: row.name,
      level: levelName(row.level),
      atRisk: row.at_risk === 1,
      post: now ? `${now.title}, ${now.organisation}` : null,
      met: row.met,
      lastOn: row.last_on,
    };
  });
}

/** Interactions held in the twelve months that end with this one, and in the twelve before. */
export async function countYears(context: Context, countryId: number) {
  const day = today(context);
  const [from, to] = [monthBefore(day, 11), monthBefore(day, 0)];
  const counts = await countHeldInYears(context.db, context.actor, countryId, {
    before: monthBefore(day, 23),
    from,
    to,
  });
  return { held: counts.year, heldBefore: counts.before, from: `${from}-01`, to: endOfMonth(to) };
}
