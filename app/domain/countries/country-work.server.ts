import { levelName } from '#db/levels.ts';
import { listKeyPeople, listTypeMonths, listTypesPresent } from '#db/queries/country-dossier.ts';
import { listPositionsOf, positionOn } from '#db/queries/partners.ts';
import { countVisibleInCountry, listCountryAreaMonths } from '#db/queries/tallies.ts';
import { today, type Context } from '../kernel/context.ts';
import { areaLabels, termLabel } from '../reference/labels.server.ts';
import { contactAge, daysBetween } from './contact-age.ts';
import { endOfMonth, lastQuarters, monthBefore, type Quarter } from './quarters.ts';

const QUARTERS = 8;
/** Key people are those met most in this many interactions. */
const LATEST = 200;

/** Where our work in a country went, by quarter, and how long it is since we met each kind of partner. */
export async function countryWork(context: Context, countryId: number) {
  const { db, actor, reference } = context;
  const day = today(context);
  const quarters = lastQuarters(day, QUARTERS);
  const from = quarters[0]?.from ?? day;
  const to = quarters.at(-1)?.to ?? day;
  const months = { from: from.slice(0, 7), to: to.slice(0, 7) };
  const areaMonths = await listCountryAreaMonths(db, actor, countryId, months);
  const typeMonths = await listTypeMonths(db, actor, { countryId, from, to });
  const present = new Set([
    ...(await listTypesPresent(db, countryId)),
    ...typeMonths.map((row) => row.root_id),
  ]);
  const types = reference.terms('partner_type').filter(({ id }) => present.has(id));
  return {
    quarters,
    areas: reference.terms('work_area').flatMap(({ id }) =>
      areaLabels(context, [id]).map((area) => ({
        ...area,
        counts: countsOf(
          quarters,
          areaMonths.filter((row) => row.work_area_id === id),
        ),
      })),
    ),
    types: types.map(({ id, code }) => {
      const rows = typeMonths.filter((row) => row.root_id === id);
      const lastOn =
        rows
          .map((row) => row.last_on)
          .sort()
          .at(-1) ?? null;
      const days = lastOn === null ? null : Math.max(0, daysBetween(lastOn, day));
      return {
        code,
        label: termLabel(context, id),
        counts: countsOf(quarters, rows),
        lastOn,
        days,
        age: days === null ? ('neglected' as const) : contactAge(days),
      };
    }),
    keyPeople: await keyPeople(context, countryId),
  };
}

function countsOf(quarters: readonly Quarter[], rows: readonly { month: string; held: number }[]): number[] {
  return quarters.map(({ from, to }) =>
    rows
      .filter(({ month }) => month >= from.slice(0, 7) && month <= to.slice(0, 7))
      .reduce((sum, { held }) => sum + held, 0),
  );
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
  const year = { from: monthBefore(day, 11), to: monthBefore(day, 0) };
  const before = { from: monthBefore(day, 23), to: monthBefore(day, 12) };
  return {
    held: (await countVisibleInCountry(context.db, context.actor, countryId, year)).held,
    heldBefore: (await countVisibleInCountry(context.db, context.actor, countryId, before)).held,
    from: `${year.from}-01`,
    to: endOfMonth(year.to),
  };
}
