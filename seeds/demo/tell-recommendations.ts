import type { Context } from '#app/domain/kernel/context.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import { linkRecommendation } from '#app/domain/recommendations/link-recommendation.server.ts';
import { recommendationsAt } from '#app/domain/recommendations/list-recommendations.server.ts';
import { offerPushes } from '#app/domain/recommendations/offer-pushes.server.ts';
import { readPushTarget } from '#app/domain/recommendations/push-target.ts';
import type { RecommendationValues } from '#app/domain/recommendations/recommendation-form.ts';
import { recordRecommendations } from '#app/domain/recommendations/record-recommendations.server.ts';
import { editReview } from '#app/domain/reviews/edit-review.server.ts';
import { listReviewRegister } from '#app/domain/reviews/list-reviews.server.ts';
import { openReviewForEdit } from '#app/domain/reviews/start-review.server.ts';
import { dayOf } from './cast.ts';
import type { Happening } from './outcomes.ts';
import {
  demoRecommendations,
  demoReviews,
  demoUprStates,
  recommendingStates,
  type DemoReview,
} from './review-plan.ts';
import { keeperOn, type Telling } from './tell-reviews.ts';

/** That a review was held, and what came of it. */
export function tellConclusions(telling: Telling, review: DemoReview, ref: string, day: number): Happening[] {
  return [
    {
      day,
      async happen(minute) {
        const context = keeperOn(telling, review.iso3, day, minute);
        const { version, values } = await openReviewForEdit(context, ref);
        const held = { version, base: values, values: { ...values, state: 'held' } };
        const outcome = await editReview(context, ref, held);
        if (outcome.outcome !== 'saved') throw new Error(`Not held: ${JSON.stringify(outcome)}`);
        await record(telling, context, ref, { iso3: review.iso3, count: review.recommendations, day });
      },
    },
  ];
}

/** What States are said to have recommended in the last universal periodic review, for the demo. */
export function tellUprRecommendations(telling: Telling): Happening[] {
  return demoUprStates.map(([iso3, count]) => ({
    day: -15,
    async happen(minute) {
      const context = keeperOn(telling, iso3, -15, minute);
      const none = {
        country: '',
        region: '',
        body: '',
        state: '',
        from: '',
        to: '',
        due: '',
        sort: '',
        after: '',
      };
      const { reviews } = await listReviewRegister(context, {
        ...none,
        country: iso3,
        body: 'UPR',
        state: 'held',
      });
      const [upr] = reviews;
      if (upr) await record(telling, context, upr.ref, { iso3, count, day: -15, byStates: true });
    },
  }));
}

async function record(
  { cast, chance }: Telling,
  context: Context,
  ref: string,
  what: { iso3: string; count: number; day: number; byStates?: boolean },
): Promise<void> {
  const rows = chance
    .some(demoRecommendations, what.count)
    .map(([text, area, provision], index): RecommendationValues => {
      const by = what.byStates ? chance.pick(recommendingStates.filter((iso3) => iso3 !== what.iso3)) : '';
      const response = chance.pick([
        'pending',
        'pending',
        'accepted',
        'accepted',
        'accepted',
        'noted',
        'rejected',
      ]);
      return {
        number: `demo ${index + 1}`,
        text,
        by,
        workAreas: [area],
        instrument: provision,
        response,
        responseOn: response === 'pending' ? '' : dayOf(cast, what.day),
      };
    });
  const outcome = await recordRecommendations(context, ref, { key: makeRef(chance.bytes), rows });
  if (outcome.outcome !== 'saved')
    throw new Error(`Demo recommendations were refused: ${JSON.stringify(outcome)}`);
}

/** At the end: about half of the recommendations are pushed by advice, objectives or meetings of ours. */
export async function tellPushes(telling: Telling, minute: number): Promise<void> {
  const { chance, cast } = telling;
  const states = new Set([...demoReviews.map(({ iso3 }) => iso3), ...demoUprStates.map(([iso3]) => iso3)]);
  for (const iso3 of states) {
    const context = keeperOn(telling, iso3, 0, minute);
    const countryId = cast.reference.findCountry(iso3)?.id ?? 0;
    const offers = await offerPushes(context, countryId, []);
    for (const { ref } of await recommendationsAt(context, { countryIds: [countryId] }, { limit: 100 })) {
      if (offers.length === 0 || !chance.happens(0.5)) continue;
      for (const { value } of chance.some(offers, 1 + chance.below(3))) {
        const target = readPushTarget(value);
        if (target) await linkRecommendation(context, ref, target);
      }
    }
  }
}
