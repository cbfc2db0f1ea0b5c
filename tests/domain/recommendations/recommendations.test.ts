import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { blankAdvice } from '#app/domain/interactions/form.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { answerRecommendation } from '#app/domain/recommendations/answer-recommendation.server.ts';
import { archiveRecommendation } from '#app/domain/recommendations/archive-recommendation.server.ts';
import { editRecommendation } from '#app/domain/recommendations/edit-recommendation.server.ts';
import { linkRecommendation } from '#app/domain/recommendations/link-recommendation.server.ts';
import { listRecommendationRegister } from '#app/domain/recommendations/list-recommendations.server.ts';
import type { RecommendationValues } from '#app/domain/recommendations/recommendation-form.ts';
import { recordRecommendations } from '#app/domain/recommendations/record-recommendations.server.ts';
import { RESPONSES } from '#app/domain/recommendations/responses.ts';
import { restoreRecommendation } from '#app/domain/recommendations/restore-recommendation.server.ts';
import { showRecommendation } from '#app/domain/recommendations/show-recommendation.server.ts';
import { unlinkRecommendation } from '#app/domain/recommendations/unlink-recommendation.server.ts';
import { archiveReview } from '#app/domain/reviews/archive-review.server.ts';
import { expectNothing, recordedBy } from '../../audit-watch.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';
import { newKey, scheduled } from '../reviews/a-review.ts';
import { ALL, values } from './a-recommendation.ts';

describeOnBoth('recommendations', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let admin: Context;
  let review: string;
  const records = (act: () => Promise<unknown>) => recordedBy(world.db, act);
  const nothing = (end: string, act: () => Promise<unknown>) => expectNothing(world.db, end, act);
  const listed = (context: Context, rest: Partial<typeof ALL> = {}) =>
    listRecommendationRegister(context, { ...ALL, review, ...rest });
  const firstRef = async () => (await listed(officer)).recommendations[0]?.ref ?? '';

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    admin = await world.as('admin');
    review = await scheduled(officer, { starts: '2025-07-14', ends: '2025-08-01', state: 'held' });
    const rows = [
      values(),
      values({ number: '13', by: 'Denmark', response: 'accepted', responseOn: '2025-12-01' }),
    ];
    await recordRecommendations(officer, review, { key: newKey(), rows });
  });

  it('records several in one act, once, or none of them with the row and field that is wrong', async () => {
    const form = {
      key: newKey(),
      rows: [values({ number: '1' }), values({ number: '2', workAreas: ['tools'] })],
    };
    expect(await records(() => recordRecommendations(officer, review, form))).toEqual([
      'recommendation.recorded',
      'recommendation.recorded',
    ]);
    await nothing('already-saved', () => recordRecommendations(officer, review, form));
    await nothing('Forbidden', () => recordRecommendations(admin, review, { ...form, key: newKey() }));
    await nothing('NotFound', () => recordRecommendations(officer, 'zzzzzzzzzz', { ...form, key: newKey() }));
    const faults: [Partial<RecommendationValues>, string][] = [
      [{ text: ' ' }, 'text'],
      [{ text: 'x\u0000y' }, 'text'],
      [{ text: 'x'.repeat(4001) }, 'text'],
      [{ workAreas: [] }, 'workAreas'],
      [{ workAreas: ['__proto__'] }, 'workAreas'],
      [{ instrument: 'OPCAT/999' }, 'instrument'],
      [{ instrument: 'NOPE' }, 'instrument'],
      [{ by: 'Atlantis' }, 'by'],
      [{ response: 'perhaps' }, 'response'],
      [{ response: 'accepted', responseOn: '2026-02-31' }, 'responseOn'],
      [{ response: 'accepted', responseOn: '2099-01-01' }, 'responseOn'],
      [{ response: 'pending', responseOn: '2025-01-01' }, 'responseOn'],
    ];
    for (const [rest, field] of faults) {
      const bad = { key: newKey(), rows: [values(), values(rest)] };
      const outcome = await recordRecommendations(officer, review, bad);
      expect(outcome).toMatchObject({ errors: { [`row.1.${field}`]: expect.any(String) as string } });
    }
    await nothing('refused', () => recordRecommendations(officer, review, { key: newKey(), rows: [] }));
    const many = { key: newKey(), rows: Array.from({ length: 151 }, () => values()) };
    await nothing('refused', () => recordRecommendations(officer, review, many));
  });

  it('changes one, field by field between two people', async () => {
    const ref = await firstRef();
    const base = values();
    const edit = (rest: Partial<RecommendationValues>) => ({
      version: 1,
      base,
      values: { ...base, ...rest },
    });
    expect(await records(() => editRecommendation(officer, ref, edit({ number: '12 bis' })))).toEqual([
      'recommendation.edited',
    ]);
    const colleague = await world.as('colleague');
    expect(
      await records(() => editRecommendation(colleague, ref, edit({ workAreas: ['legal_instruments'] }))),
    ).toEqual(['recommendation.edited']);
    await nothing('clash', () => editRecommendation(colleague, ref, edit({ number: '12 ter' })));
    await nothing('refused', () => editRecommendation(officer, ref, edit({ instrument: 'NOPE' })));
    await nothing('Forbidden', () => editRecommendation(admin, ref, edit({})));
    expect(await showRecommendation(officer, ref)).toMatchObject({
      number: '12 bis',
      areas: [{ code: 'legal_instruments' }],
    });
  });

  it('archives and restores; a recommendation of an archived review is in no list', async () => {
    const ref = await firstRef();
    await nothing('Forbidden', () => archiveRecommendation(admin, ref));
    expect(await records(() => archiveRecommendation(officer, ref))).toEqual(['recommendation.archived']);
    await nothing('Conflict', () => archiveRecommendation(officer, ref));
    expect((await listed(officer)).recommendations.map((one) => one.ref)).not.toContain(ref);
    await nothing('Forbidden', () => restoreRecommendation(admin, ref));
    expect(await records(() => restoreRecommendation(officer, ref))).toEqual(['recommendation.restored']);
    await nothing('Conflict', () => restoreRecommendation(officer, ref));
    const other = await scheduled(officer);
    await recordRecommendations(officer, other, { key: newKey(), rows: [values()] });
    await archiveReview(officer, other);
    expect((await listRecommendationRegister(officer, { ...ALL, review: other })).recommendations).toEqual(
      [],
    );
  });

  it('keeps the last answer, with as many records as there were changes', async () => {
    const ref = await firstRef();
    const answer = fc.record({
      response: fc.constantFrom(...RESPONSES),
      on: fc.constantFrom('', '2026-01-05', '2026-03-31'),
      note: fc.constantFrom('', 'With a reservation'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 6 }), async (answers) => {
        for (const one of answers) {
          const before = await showRecommendation(officer, ref);
          const on = one.response === 'pending' ? null : one.on || null;
          const same =
            before.response === one.response &&
            before.responseOn === on &&
            (before.responseNote ?? '') === one.note;
          const written = await records(() => answerRecommendation(officer, ref, one));
          expect(written).toEqual(same ? [] : ['recommendation.answered']);
          const { response, responseOn } = await showRecommendation(officer, ref);
          expect({ response, responseOn }).toEqual({ response: one.response, responseOn: on });
        }
        const { counts } = await listed(officer);
        const total = (await listed(officer)).recommendations.length;
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      }),
      { numRuns: 8 },
    );
    const good = { response: 'accepted', on: '2026-01-05', note: '' };
    await nothing('refused', () => answerRecommendation(officer, ref, { ...good, on: '2026-02-31' }));
    await nothing('refused', () => answerRecommendation(officer, ref, { ...good, on: '2099-01-01' }));
    await nothing('refused', () => answerRecommendation(officer, ref, { ...good, response: 'maybe' }));
    await nothing('Forbidden', () => answerRecommendation(admin, ref, good));
    await nothing('NotFound', () => answerRecommendation(officer, 'zzzzzzzzzz', good));
  });

  describe('pushed by what not everybody sees', () => {
    it('leaves no trace of it to others: not in lists, counts, filters, versions or history', async () => {
      const ref = await firstRef();
      const meeting = await logged(
        officer,
        meetingForm(officer, [{ organisation: world.ministry.ref }], {
          sensitivity: 'restricted',
          countries: ['TGO'],
          advice: [{ ...blankAdvice(), text: 'Fund it', topic: 'npm_law' }],
        }),
      );
      const advice = await world.db.selectFrom('advice').select('ref').executeTakeFirstOrThrow();
      const trace = async () =>
        JSON.stringify([
          await showRecommendation(outsider, ref),
          await listed(outsider),
          await listed(outsider, { pushed: 'no' }),
        ]);
      const before = await trace();
      const target = { noun: 'advice', ref: advice.ref } as const;
      await nothing('NotFound', () => linkRecommendation(outsider, ref, target));
      await nothing('NotFound', () =>
        linkRecommendation(officer, ref, { noun: 'advice', ref: 'zzzzzzzzzz' }),
      );
      await nothing('Forbidden', () => linkRecommendation(admin, ref, target));
      expect(await records(() => linkRecommendation(officer, ref, target))).toEqual([
        'recommendation.linked',
      ]);
      await nothing('Conflict', () => linkRecommendation(officer, ref, target));
      await linkRecommendation(officer, ref, { noun: 'interaction', ref: meeting });
      expect(await trace()).toBe(before);
      expect((await showRecommendation(officer, ref)).pushes).toHaveLength(2);
      expect((await listed(officer, { pushed: 'yes' })).recommendations).toMatchObject([{ ref, pushes: 2 }]);
      expect((await listed(outsider, { pushed: 'yes' })).recommendations).toEqual([]);
      await nothing('NotFound', () => unlinkRecommendation(outsider, ref, target));
      expect(await records(() => unlinkRecommendation(officer, ref, target))).toEqual([
        'recommendation.unlinked',
      ]);
      await nothing('NotFound', () => unlinkRecommendation(officer, ref, target));
    });
  });
});
