import type { Context } from '#app/domain/kernel/context.ts';
import { makeRef } from '#app/domain/kernel/refs.ts';
import type { World } from '../../world.ts';

/** Three confidential targets of the officer, a review of Togo and a deadline before it: all in March 2027. */
export async function addFacts({ db, teams }: World, officer: Context): Promise<void> {
  const term = (await db.selectFrom('term').select('id').orderBy('id').executeTakeFirstOrThrow()).id;
  const country_id = officer.reference.findCountry('TGO')?.id ?? 0;
  const stamps = { created_at: '2026-11-01T00:00:00.000Z', updated_at: '2026-11-02T00:00:00.000Z' };
  const targets = [
    ['A target with a day', '2027-03-02'],
    ['A target of the month', '2027-03'],
    ['A target of the year', '2027'],
  ] as const;
  for (const [title, target_on] of targets) {
    const { id } = await db
      .insertInto('objective')
      .values({
        ref: makeRef(officer.random),
        title,
        target_on,
        country_id,
        work_area_id: term,
        track_id: term,
        stage_id: term,
        meaning: 'open',
        moved_on: '2026-11-01',
        owner_id: officer.actor.accountId,
        level: 1,
        owning_team_id: teams.africa,
        author_id: officer.actor.accountId,
        ...stamps,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('objective_reader')
      .values({ objective_id: id, principal_id: teams.africa })
      .execute();
  }
  const body = await db
    .insertInto('international_body')
    .values({
      code: 'TEST_BODY',
      name_en: 'Committee',
      name_fr: 'Comité',
      name_es: 'Comité',
      kind: 'treaty body',
      confidence: 'high',
      position: 999,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const review = await db
    .insertInto('review')
    .values({
      ref: makeRef(officer.random),
      country_id,
      body_id: body.id,
      title: 'Review of Togo',
      starts_on: '2027-03-22',
      ends_on: '2027-03-23',
      state: 'expected',
      ...stamps,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('review_deadline')
    .values({
      ref: makeRef(officer.random),
      review_id: review.id,
      kind_id: term,
      title: 'Shadow report',
      due_on: '2027-03-15',
      assignee_id: officer.actor.accountId,
      ...stamps,
    })
    .execute();
}
