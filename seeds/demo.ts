import { countAccounts } from '#db/queries/accounts.ts';
import { analyse } from '#db/statistics.ts';
import type { Cast, Entry } from './demo/cast.ts';
import { bringDocuments } from './demo/bring-documents.ts';
import { fillInboxes } from './demo/fill-inboxes.ts';
import { logEntry } from './demo/log-entry.ts';
import { makePartners } from './demo/make-partners.ts';
import { makeStaff } from './demo/make-staff.ts';
import { planAhead } from './demo/plan-ahead.ts';
import { outcomesOf, type Happening } from './demo/outcomes.ts';
import { pursueObjectives } from './demo/pursue-objectives.ts';
import { scheduleEntries } from './demo/schedule.ts';
import { tellConclusions, tellPushes, tellUprRecommendations } from './demo/tell-recommendations.ts';
import { tellReviews, type Telling } from './demo/tell-reviews.ts';
import { tellTogo } from './demo/tell-togo.ts';
import { workInHand } from './demo/work-in-hand.ts';
import { Chance } from './random.ts';
import { loadReference } from './reference.ts';
import type { SeedContext } from './seed-context.ts';

const INTERACTIONS = 820;

/**
 * Fills a database without accounts with the demo data, all of it through the use cases and relative to the day of
 * loading. The same context gives the same data. Every account gets the password.
 */
export async function seedDemo(context: SeedContext, input: { password: string }): Promise<string[]> {
  if ((await countAccounts(context.db)) > 0) {
    throw new Error('This database has accounts already: the demo data goes into an empty one.');
  }
  await loadReference({ ...context, progress: () => undefined });
  const cast = await makeStaff(context, new Chance(context.random(16)), input.password);
  await makePartners(cast);
  const story = tellTogo(cast);
  const entries = [...story, ...scheduleEntries(cast, INTERACTIONS - story.length)];
  const telling = { cast, chance: new Chance(context.random(16)) };
  await live(cast, entries, telling);
  await tellPushes(telling, 999);
  const planned = await planAhead(cast);
  await fillInboxes(cast);
  await bringDocuments({ cast, chance: new Chance(context.random(16)) });
  await analyse(context.db);
  const organisations = [...cast.organisations.values()].flat();
  const people = new Set(
    organisations.flatMap((organisation) => organisation.people.map((person) => person.ref)),
  );
  return [
    `${entries.length + planned} interactions, ${organisations.length} organisations, ${people.size} people in ${cast.organisations.size - 1} countries`,
    `Accounts: ${cast.staff
      .slice(0, 5)
      .map(({ actor }) => actor.email)
      .join(', ')} and ${cast.staff.length - 5} more`,
    `Password of each: ${input.password}`,
  ];
}

/** Day by day, as it would have happened: what was promised or advised comes to something only after it was logged. */
async function live(cast: Cast, entries: readonly Entry[], telling: Telling): Promise<void> {
  const days = new Map<number, Happening[]>();
  const enter = (happening: Happening): void => {
    const known = days.get(happening.day);
    if (known) known.push(happening);
    else days.set(happening.day, [happening]);
  };
  for (const happening of pursueObjectives(cast)) enter(happening);
  tellReviews(telling, (review, ref, day) => tellConclusions(telling, review, ref, day), enter);
  tellUprRecommendations(telling).forEach(enter);
  for (const happening of workInHand(cast)) enter(happening);
  let logged = 0;
  for (const entry of entries) {
    // A meeting to come was entered some days ago.
    const onDay = entry.day <= 0 ? entry.day : -1 - (entry.day % 9);
    enter({
      day: onDay,
      async happen(minute) {
        const ref = await logEntry(cast, entry, onDay, minute);
        for (const outcome of await outcomesOf(cast, entry, ref))
          enter({ ...outcome, day: Math.max(outcome.day, onDay) });
        logged += 1;
        cast.seed.progress(logged, entries.length);
      },
    });
  }
  for (let day = Math.min(...days.keys()); day <= 0; day += 1) {
    const today = days.get(day) ?? [];
    // The list grows while it is walked: something may come of an entry on its own day.
    for (let place = 0; place < today.length; place += 1) await today[place]?.happen(place);
  }
}
