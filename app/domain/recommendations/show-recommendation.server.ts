import { levelName, type Level } from '#db/levels.ts';
import { listHistory } from '#db/queries/audit.ts';
import { listRecommendationAreas } from '#db/queries/recommendation-list.ts';
import { listVisiblePushes, type PushNoun } from '#db/queries/recommendation-links.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { tellHistory } from '../interactions/read-history.server.ts';
import { clip } from '../kernel/clip.ts';
import type { Context } from '../kernel/context.ts';
import { areaLabels, countryLabel, readingOf, spokenCode } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { bodiesById } from '../reviews/bodies.server.ts';
import { mayKeepReviews } from '../reviews/policy.ts';
import { findAnyRecommendation } from './find-open-recommendation.server.ts';
import { offerPushes } from './offer-pushes.server.ts';

/** A record of ours that pushes a recommendation. The words of a sealed one are not here: reading them is recorded. */
export interface PushGlance {
  noun: PushNoun;
  ref: string;
  /** '' where the record is sealed. */
  title: string;
  level: Level;
  on: string;
}

/** A recommendation: what the State answered, and what of ours pushes it, within the actor's access. Throws NotFound. */
export async function showRecommendation(context: Context, ref: string) {
  const { db, actor } = context;
  const row = await findAnyRecommendation(context, ref);
  const body = (await bodiesById(context)).get(row.body_id);
  const areas = await listRecommendationAreas(db, [row.id]);
  const pushes = await listVisiblePushes(db, actor, [row.id]);
  const [author] = await listAccountNames(db, [row.author_id]);
  const archived = row.archived_at !== null || row.review_archived_at !== null;
  const mayKeep = mayKeepReviews(actor) && !archived;
  return {
    ref,
    number: row.number,
    text: row.body,
    by: row.by_country_id === null ? null : countryLabel(context, row.by_country_id),
    areas: areaLabels(
      context,
      areas.map((one) => one.work_area_id),
    ),
    instrument:
      row.instrument_id === null ? null : instrumentOf(context, row.instrument_id, row.provision_id),
    response: row.response,
    responseOn: row.response_on,
    responseNote: row.response_note,
    review: {
      ref: row.review_ref,
      title: row.review_title,
      startsOn: row.review_starts_on,
      endsOn: row.review_ends_on,
      source: row.review_source,
      asOf: row.review_as_of,
    },
    country: countryLabel(context, row.country_id),
    body: body ? { short: body.short, name: body.name } : null,
    author: author?.name ?? '',
    recordedAt: row.created_at,
    archived,
    mayKeep,
    mayRestore: mayKeepReviews(actor) && row.archived_at !== null && row.review_archived_at === null,
    pushes: pushes.map((push): PushGlance => ({
      noun: push.noun,
      ref: push.ref,
      title: push.level === 3 ? '' : clip(push.title),
      level: levelName(push.level),
      on: push.on,
    })),
    offers: mayKeep ? await offerPushes(context, row.country_id, pushes) : [],
    history: await tellHistory(context, await listHistory(db, 'recommendation', [row.id], 60)),
    reading: readingOf(context),
  };
}

export type RecommendationView = Awaited<ReturnType<typeof showRecommendation>>;

function instrumentOf({ reference, actor }: Context, id: number, provisionId: number | null) {
  const { code } = reference.instrumentById(id);
  const provision = provisionId === null ? null : reference.provisionById(provisionId);
  return {
    code,
    spoken: spokenCode(code),
    provision: provision && `${provision.code}: ${labelOf(provision.headings, actor.language)}`,
  };
}
