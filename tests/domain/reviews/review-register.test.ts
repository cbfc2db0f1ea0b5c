import { beforeAll, expect, it } from 'vitest';
import type { Context } from '#app/domain/kernel/context.ts';
import { listReviewRegister } from '#app/domain/reviews/list-reviews.server.ts';
import { setDeadlines } from '#app/domain/reviews/set-deadlines.server.ts';
import { describeOnBoth } from '../../databases.ts';
import { makeWorld } from '../../world.ts';
import { newKey, scheduled } from './a-review.ts';

const ALL = { country: '', region: '', body: '', state: '', from: '', to: '', due: '', sort: '', after: '' };

describeOnBoth('the register of reviews', (open) => {
  let officer: Context;
  beforeAll(async () => {
    officer = await (await makeWorld(await open())).as('officer', new Date('2026-11-25T12:00:00Z'));
  });

  it('holds the universal periodic reviews without anybody typing, dated or known by month', async () => {
    const togo = await listReviewRegister(officer, { ...ALL, country: 'TGO', state: 'all' });
    expect(togo.reviews).toMatchObject([{ body: { code: 'UPR' }, country: { iso3: 'TGO' } }]);
    const zimbabwe = await listReviewRegister(officer, { ...ALL, country: 'ZWE' });
    expect(zimbabwe.reviews).toMatchObject([{ startsOn: '2027-02', standing: 'coming' }]);
  });

  it('turns page by page through all, each once, the next first and those without a date last', async () => {
    const seen: { ref: string; startsOn: string | null }[] = [];
    for (let after = ''; ;) {
      const page = await listReviewRegister(officer, { ...ALL, state: 'all', sort: 'date_asc', after });
      seen.push(...page.reviews);
      if (page.next === null) break;
      after = page.next;
    }
    const counts = (await listReviewRegister(officer, ALL)).counts;
    expect(seen).toHaveLength(counts.coming + counts.passed + counts.held + counts.cancelled);
    expect(new Set(seen.map(({ ref }) => ref)).size).toBe(seen.length);
    const dates = seen.map(({ startsOn }) => startsOn ?? '~');
    expect(dates).toEqual([...dates].sort());
  });

  it('parts what is to come from what nobody has said was held', async () => {
    const [coming, passed] = [
      await listReviewRegister(officer, ALL),
      await listReviewRegister(officer, { ...ALL, state: 'passed' }),
    ];
    expect(coming.reviews.map(({ standing }) => standing)).not.toContain('passed');
    expect(new Set(passed.reviews.map(({ standing }) => standing))).toEqual(new Set(['passed']));
    expect(passed.reviews).toHaveLength(passed.counts.passed);
    expect(coming.reviews.at(-1)?.startsOn).toBeNull();
  });

  it('filters by body, region, days and deadlines due', async () => {
    const late = await scheduled(officer, { country: 'PER', starts: '2027-01-18', ends: '' });
    await scheduled(officer, { country: 'PER', starts: '2027-02', ends: '', body: 'SPT' });
    const row = { kind: 'alternative_report', title: '', due: '2026-11-20', assignee: '' };
    await setDeadlines(officer, late, { key: newKey(), rows: [row], planned: false });
    const refs = async (rest: Partial<typeof ALL>) =>
      (await listReviewRegister(officer, { ...ALL, ...rest })).reviews.map(({ ref }) => ref);
    expect(await refs({ due: 'late' })).toEqual([late]);
    expect(await refs({ due: 'open', region: 'Africa' })).toEqual([]);
    expect(await refs({ body: 'SPT', from: '2027-02-01', to: '2027-02-28' })).toHaveLength(1);
    expect(await refs({ body: 'SPT', country: 'PER', from: '2027-03-01' })).toEqual([]);
    expect(await refs({ country: 'PER', region: 'Europe' })).toEqual([]);
  });

  it('refuses what is not in its lists', async () => {
    for (const rest of [
      { country: 'ZZZ' },
      { body: 'NOPE' },
      { body: 'constructor' },
      { region: 'Atlantis' },
      { state: 'over' },
      { from: '2026-02-31' },
      { to: '9999-01-01' },
      { due: 'never' },
      { sort: 'title; drop table review' },
      { after: '../../etc' },
      { after: '0000000000' },
    ]) {
      await expect(listReviewRegister(officer, { ...ALL, ...rest })).rejects.toThrow();
    }
  });
});
