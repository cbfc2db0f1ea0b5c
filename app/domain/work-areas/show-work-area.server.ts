import { listOpenFollowUps } from '#db/queries/follow-up-glances.ts';
import { adviceAt } from '../advice/list-advice.server.ts';
import { glanceFollowUps } from '../follow-ups/glance-follow-ups.server.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import type { Context } from '../kernel/context.ts';
import type { Paging } from '../kernel/cursor.ts';
import { NotFound } from '../kernel/errors.ts';
import { recommendationsAt } from '../recommendations/list-recommendations.server.ts';
import { activeWords, countryChoices, countryNamed } from '../reference/filters.server.ts';
import { areaLabels, readingOf } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { readTimeline } from '../timeline/read-timeline.server.ts';

/** What is tied to a work area: meetings, advice, follow-ups; of one country where it is named. Throws NotFound. */
export async function showWorkArea(context: Context, code: string, iso3: string, paging: Paging) {
  const { db, actor, reference } = context;
  const term = reference.findTerm('work_area', code);
  const [area] = term ? areaLabels(context, [term.id]) : [];
  if (!term || !area) throw new NotFound();
  const country = countryNamed(context, iso3);
  const of = { workAreaId: term.id, countryId: country?.id };
  const timeline = { of: 'work_area' as const, id: term.id, countryId: country?.id };
  return {
    area,
    hint: labelOf(term.hints, actor.language),
    country: country?.iso3 ?? null,
    active: activeWords(context, { country }),
    choices: { countries: countryChoices(context) },
    timeline: await readTimeline(context, timeline, { paging, limit: 15, state: 'held' }),
    advice: (await adviceAt(context, of, {}, 8)).advice,
    followUps: await glanceFollowUps(context, await listOpenFollowUps(db, actor, of, 10)),
    recommendations: await recommendationsAt(
      context,
      { workAreaId: term.id, countryIds: country && [country.id] },
      { limit: 5 },
    ),
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}
