import { listCommitments } from '#db/queries/commitment-list.ts';
import { listOpenFollowUps } from '#db/queries/follow-up-glances.ts';
import { glanceCommitments } from '../commitments/glance-commitments.server.ts';
import { glanceFollowUps } from '../follow-ups/glance-follow-ups.server.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { objectivesOfCountry } from '../objectives/objectives-of-country.server.ts';
import { countryLabel, readingOf } from '../reference/labels.server.ts';
import { reviewsOfCountry } from '../reviews/reviews-of-country.server.ts';
import { readTimeline } from '../timeline/read-timeline.server.ts';
import { countryAdvice } from './country-advice.server.ts';
import { countryStanding } from './country-standing.server.ts';
import { countryWork, countYears } from './country-work.server.ts';

const BESIDE = 6;

/** One country: where it stands, where our work went, what came of it. Throws NotFound. */
export async function showCountry(context: Context, iso3: string) {
  const { db, actor, reference } = context;
  const country = reference.findCountry(iso3);
  if (!country) throw new NotFound();
  const { id } = country;
  const latest = await readTimeline(context, { of: 'country', id }, { limit: 8, state: 'held' });
  return {
    ...countryLabel(context, id),
    subregion: country.subregion,
    teams: country.teamIds.map((teamId) => reference.teamById(teamId).name),
    lastContact: latest.entries[0] ?? null,
    ...(await countryStanding(context, id)),
    work: await countryWork(context, id),
    advice: await countryAdvice(context, id),
    years: await countYears(context, id),
    reviewsToCome: await reviewsOfCountry(context, id),
    objectives: await objectivesOfCountry(context, id),
    promises: glanceCommitments(
      await listCommitments(db, actor, { countryId: id, status: 'open' }, { limit: BESIDE }),
    ),
    followUps: await glanceFollowUps(context, await listOpenFollowUps(db, actor, { countryId: id }, BESIDE)),
    latest: latest.entries,
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

export type CountryPage = Awaited<ReturnType<typeof showCountry>>;
