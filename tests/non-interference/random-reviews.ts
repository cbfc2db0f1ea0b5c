import { findVisiblePush, type PushNoun } from '#db/queries/recommendation-links.ts';
import { linkRecommendation } from '#app/domain/recommendations/link-recommendation.server.ts';
import { recordRecommendations } from '#app/domain/recommendations/record-recommendations.server.ts';
import { setDeadlines } from '#app/domain/reviews/set-deadlines.server.ts';
import { newKey, scheduled } from '../domain/reviews/a-review.ts';
import { values } from '../domain/recommendations/a-recommendation.ts';
import type { World } from '../world.ts';

const AUTHORS = ['officer', 'colleague', 'manager', 'outsider'];

/** Reviews of two States whose recommendations are pushed by records of every level, each linked by who sees it. */
export async function linkReviews(world: World): Promise<void> {
  const contexts = await Promise.all(AUTHORS.map((name) => world.as(name)));
  const [officer] = contexts;
  if (!officer) return;
  for (const country of ['TGO', 'PER']) {
    const review = await scheduled(officer, { country, starts: '2027-01-18', ends: '' });
    const due = [{ kind: 'alternative_report', title: '', due: '2026-12-14', assignee: officer.actor.ref }];
    await setDeadlines(officer, review, { key: newKey(), rows: due, planned: true });
    const rows = [1, 2, 3].map((number) => values({ number: String(number) }));
    await recordRecommendations(officer, review, { key: newKey(), rows });
  }
  const recommendations = await world.db.selectFrom('recommendation').select('ref').orderBy('id').execute();
  for (const noun of ['advice', 'objective', 'interaction'] as const)
    await linkAll(world, contexts, noun, recommendations);
}

async function linkAll(
  world: World,
  contexts: Awaited<ReturnType<World['as']>>[],
  noun: PushNoun,
  recommendations: { ref: string }[],
): Promise<void> {
  const records = await world.db.selectFrom(noun).select('ref').orderBy('id').limit(24).execute();
  for (const [place, { ref }] of records.entries()) {
    // the last recommendations of each review are pushed by nothing
    const target = recommendations[(place % 2) + 3 * (place % 4 > 1 ? 1 : 0)];
    for (const context of contexts) {
      if (!target || !(await findVisiblePush(world.db, context.actor, noun, ref))) continue;
      await linkRecommendation(context, target.ref, { noun, ref });
      break;
    }
  }
}
