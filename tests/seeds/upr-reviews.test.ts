import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editReview } from '#app/domain/reviews/edit-review.server.ts';
import { openReviewForEdit } from '#app/domain/reviews/start-review.server.ts';
import { setDeadlines } from '#app/domain/reviews/set-deadlines.server.ts';
import { showReview } from '#app/domain/reviews/show-review.server.ts';
import { loadReference } from '#seeds/reference.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { makeWorld } from '#tests/world.ts';
import { seedContext } from './seed-context.ts';

describeOnBoth('reviews of the calendar of the UPR', (open) => {
  it('follow the calendar when it is loaded anew, and keep what colleagues added', async () => {
    const db = await open();
    const officer = await (await makeWorld(db)).as('officer');
    const zimbabwe = officer.reference.findCountry('ZWE')?.id ?? 0;
    const { ref } = await db
      .selectFrom('review')
      .select('ref')
      .where('country_id', '=', zimbabwe)
      .executeTakeFirstOrThrow();
    const edit = await openReviewForEdit(officer, ref);
    const values = { ...edit.values, starts: '2027-02-08', notes: 'The mission wants three words' };
    await editReview(officer, ref, { version: edit.version, base: edit.values, values });
    const rows = [{ kind: 'embassies_briefing', title: '', due: '2026-12-10', assignee: '' }];
    await setDeadlines(officer, ref, { key: 'key of the plan', rows, planned: true });

    const again = await loadReference(seedContext(db));
    expect(again.find((one) => one.startsWith('upr_calendar'))).toMatch(/nothing new$/);
    expect((await showReview(officer, ref)).startsOn).toBe('2027-02-08');

    const directory = mkdtempSync(join(tmpdir(), 'rapport-reference-'));
    cpSync('seeds/reference', directory, { recursive: true });
    const file = join(directory, 'upr_calendar.csv');
    const dated = readFileSync(file, 'utf8').replace('ZWE,4,54,,,', 'ZWE,4,54,2027-02-15,2027-02-26,');
    writeFileSync(file, dated);
    const lines = await loadReference(seedContext(db, { directory }));
    expect(lines.find((one) => one.startsWith('upr_calendar'))).toMatch(/0 added, 1 changed$/);
    const view = await showReview(officer, ref);
    expect(view).toMatchObject({
      startsOn: '2027-02-15',
      endsOn: '2027-02-26',
      state: 'expected',
      notes: 'The mission wants three words',
      fromCalendar: true,
    });
    expect(view.deadlines).toMatchObject([{ dueOn: '2026-12-10', movesTo: '2026-12-17' }]);

    const locked = await openReviewForEdit(officer, ref);
    expect(locked.calendar).toEqual({ dated: true });
    await editReview(officer, ref, {
      version: locked.version,
      base: locked.values,
      values: { ...locked.values, starts: '2030', country: 'TGO', state: 'cancelled' },
    });
    expect(await showReview(officer, ref)).toMatchObject({
      startsOn: '2027-02-15',
      country: { iso3: 'ZWE' },
      state: 'cancelled',
    });
  });
});
