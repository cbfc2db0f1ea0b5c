import { beforeAll, expect, it } from 'vitest';
import type { Context } from '#app/domain/kernel/context.ts';
import { exportRecommendations } from '#app/domain/recommendations/export-recommendations.server.ts';
import { listRecommendationRegister } from '#app/domain/recommendations/list-recommendations.server.ts';
import { recordRecommendations } from '#app/domain/recommendations/record-recommendations.server.ts';
import { recordedBy } from '../../audit-watch.ts';
import { describeOnBoth } from '../../databases.ts';
import { makeWorld } from '../../world.ts';
import { newKey, scheduled } from '../reviews/a-review.ts';
import { ALL, values } from './a-recommendation.ts';

describeOnBoth('the register of recommendations', (open) => {
  let officer: Context;
  beforeAll(async () => {
    officer = await (await makeWorld(await open())).as('officer');
  });

  it('turns page by page, filters, exports, and refuses what is not in its lists', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      values({ number: String(index + 1), instrument: 'CAT' }),
    );
    const large = await scheduled(officer, {
      country: 'BEN',
      starts: '2025-01-20',
      ends: '',
      state: 'held',
      body: 'UPR',
    });
    await recordRecommendations(officer, large, { key: newKey(), rows: many });
    const page = await listRecommendationRegister(officer, { ...ALL, country: 'BEN' });
    expect(page.recommendations).toHaveLength(50);
    const rest = await listRecommendationRegister(officer, {
      ...ALL,
      country: 'BEN',
      after: page.next ?? '',
    });
    expect(rest.recommendations.map(({ number }) => number)).toEqual(
      many.slice(50).map(({ number }) => number),
    );
    expect(
      (await listRecommendationRegister(officer, { ...ALL, body: 'UPR', instrument: 'OPCAT' }))
        .recommendations,
    ).toEqual([]);
    const exported = async () => {
      let count = 0;
      for await (const row of await exportRecommendations(officer, { ...ALL, country: 'BEN' })) {
        count += 1;
        expect(row['country']).toBe('BEN');
      }
      expect(count).toBe(60);
    };
    expect(await recordedBy(officer.db, exported)).toEqual(['recommendations.exported']);
    for (const bad of [
      { response: 'maybe' },
      { pushed: 'perhaps' },
      { workArea: 'nope' },
      { after: '<script>' },
      { review: '0000000000' },
    ]) {
      await expect(listRecommendationRegister(officer, { ...ALL, ...bad })).rejects.toThrow();
    }
  });
});
