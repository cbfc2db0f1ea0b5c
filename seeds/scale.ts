import { currentReference } from '#app/domain/reference/reference.server.ts';
import { writePersonAudience } from '#db/person-audience.ts';
import { transact } from '#db/client.ts';
import { findHighestId, moveIdsBehindRows, RowBuffer } from '#db/queries/bulk-rows.ts';
import { analyse } from '#db/statistics.ts';
import { countEverything } from '#db/queries/tally-batches.ts';
import { listCircleIds, listPeopleAboveInternal } from '#db/queries/scale-facts.ts';
import { Chance } from './random.ts';
import { loadReference } from './reference.ts';
import { Circles } from './scale/circles.ts';
import { addInteraction } from './scale/interactions.ts';
import { makePartners } from './scale/partners.ts';
import type { ScalePlan } from './scale/plan.ts';
import { makeStaff } from './scale/staff.ts';
import type { SeedContext } from './seed-context.ts';

/** Interactions a transaction: enough to spare syncs, few enough to keep memory low. */
const AT_ONCE = 2000;

/**
 * Fills a database without records with a realistic set of `interactions`, and what goes with so many. The rows
 * are written in bulk and leave no audit events; readers, circles and counts are those the use cases would keep.
 * Every account gets `password`.
 */
export async function seedScale(
  context: SeedContext,
  input: { interactions: number; password: string },
): Promise<string[]> {
  const { db, now, keys } = context;
  if ((await findHighestId(db, 'interaction')) > 0 || (await findHighestId(db, 'person')) > 0) {
    throw new Error('This database holds records already: the large data set goes into an empty one.');
  }
  const started = Date.now();
  await loadReference({ ...context, progress: () => undefined });
  const chance = new Chance(context.random(16));
  const teams = await makeStaff(context, chance, (await currentReference(db)).countries, input.password);
  const plan: ScalePlan = {
    now,
    keys,
    chance,
    reference: await currentReference(db),
    rows: new RowBuffer(['circle', 'circle_team']),
    teams,
    staff: teams.flatMap((team) => team.staff),
    organisations: [],
  };
  const first = { organisation: (await findHighestId(db, 'organisation')) + 1, person: 1 };
  makePartners(plan, Math.max(60, Math.round(input.interactions * 0.03)), first);
  await transact(db, (trx) => plan.rows.flush(trx));
  await writePeopleAudiences(context);

  const circles = new Circles(await listCircleIds(db));
  for (let start = 0; start < input.interactions; start += AT_ONCE) {
    const end = Math.min(start + AT_ONCE, input.interactions);
    for (let index = start; index < end; index += 1) addInteraction(plan, circles, index, input.interactions);
    await transact(db, (trx) => plan.rows.flush(trx));
    context.progress(end, input.interactions);
  }
  await transact(db, countEverything);
  await moveIdsBehindRows(db, [
    'circle',
    'organisation',
    'person',
    'position',
    'interaction',
    'advice',
    'commitment',
    'follow_up',
  ]);
  await analyse(db);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const people = plan.organisations.reduce((sum, { people: members }) => sum + members.length, 0);
  return [
    `${input.interactions.toLocaleString('en')} interactions, ${plan.organisations.length.toLocaleString('en')} organisations and ` +
      `${people.toLocaleString('en')} people in ${seconds} s`,
    `Accounts: officer@demo.example and 119 others, password ${input.password}`,
  ];
}

async function writePeopleAudiences({ db, now }: SeedContext): Promise<void> {
  const people = await listPeopleAboveInternal(db);
  await transact(db, async (trx) => {
    for (const id of people) await writePersonAudience(trx, id, now.toISOString().slice(0, 10));
  });
}
