import { beforeAll, expect, it } from 'vitest';
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts';
import { createFollowUp } from '#app/domain/follow-ups/create-follow-up.server.ts';
import { listFollowUpsPage } from '#app/domain/follow-ups/list-follow-ups.server.ts';
import { showFollowUp } from '#app/domain/follow-ups/show-follow-up.server.ts';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { blankFollowUp } from '#app/domain/interactions/form.ts';
import { today, type Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { listFollowUps, type FollowUpFilter } from '#db/queries/follow-up-list.ts';
import { describeOnBoth } from '#tests/databases.ts';
import { logged, makeWorld, meetingForm, type World } from '#tests/world.ts';

const everything = { assignee: 'all', country: '', workArea: '', status: '', after: '' };

describeOnBoth('the register of follow-ups', (open) => {
  let world: World;
  let officer: Context;
  let outsider: Context;
  let alone: string;

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    outsider = await world.as('outsider');
    const colleague = await world.as('colleague');
    const day = today(officer);
    const levels = ['internal', 'confidential', 'restricted', 'sealed'] as const;
    for (let turn = 0; turn < 40; turn += 1) {
      const assignee = turn % 3 === 0 ? colleague : officer;
      const ref = await logged(
        officer,
        meetingForm(officer, [{ organisation: (turn % 2 ? world.ministry : world.defensoria).ref }], {
          sensitivity: levels[turn % 4] ?? 'internal',
          staff: [colleague.actor.ref],
          workAreas: turn % 5 ? ['tools'] : ['capacities', 'tools'],
          followUps: [1, 2].map((more) => ({
            ...blankFollowUp(assignee.actor.ref, addDays(day, (turn % 9) - 3)),
            title: `Task ${turn}.${more}`,
          })),
        }),
      );
      if (turn % 11 === 10) await archiveInteraction(officer, ref);
    }
    const some = await world.db
      .selectFrom('follow_up')
      .innerJoin('interaction', 'interaction.id', 'follow_up.interaction_id')
      .select('follow_up.ref')
      .where('interaction.archived_at', 'is', null)
      .orderBy('follow_up.id')
      .execute();
    for (const { ref } of some.filter((_row, index) => index % 3 === 0))
      await completeFollowUp(officer, ref, 'Done');
    const made = await createFollowUp(officer, {
      key: 'a-key-of-its-own',
      title: 'By itself',
      assignee: outsider.actor.ref,
      due: day,
      priority: 'normal',
      recurrence: '',
      recursUntil: '',
      workAreas: ['tools'],
      countries: ['PER'],
      interaction: '',
    });
    alone = made.outcome === 'refused' ? '' : made.ref;
  });

  /** The same rows by one plain query over everything. */
  const plainly = async (context: Context, filter: FollowUpFilter): Promise<string[]> => {
    const rows = await world.db
      .selectFrom('follow_up')
      .leftJoin('interaction', 'interaction.id', 'follow_up.interaction_id')
      .select(['follow_up.id', 'follow_up.ref', 'follow_up.due_on', 'follow_up.assignee_id', 'meaning'])
      .select(['follow_up.level', 'interaction.archived_at'])
      .execute();
    const countries = await world.db.selectFrom('follow_up_country').selectAll().execute();
    const areas = await world.db.selectFrom('follow_up_work_area').selectAll().execute();
    const readers = await world.db.selectFrom('follow_up_reader').selectAll().execute();
    const me = [context.actor.accountId, ...context.actor.teamIds];
    const kept = rows
      .filter((row) => (row.meaning === 'open') === (filter.state === 'open') && row.archived_at === null)
      .filter((row) => filter.assigneeIds === undefined || filter.assigneeIds.includes(row.assignee_id))
      .filter(
        (row) =>
          filter.countryId === undefined ||
          countries.some((one) => one.follow_up_id === row.id && one.country_id === filter.countryId),
      )
      .filter(
        (row) =>
          filter.workAreaId === undefined ||
          areas.some((one) => one.follow_up_id === row.id && one.work_area_id === filter.workAreaId),
      )
      .filter(
        (row) =>
          row.level === 0 ||
          readers.some((one) => one.follow_up_id === row.id && me.includes(one.principal_id)),
      )
      .sort((a, b) => (a.due_on === b.due_on ? a.id - b.id : a.due_on < b.due_on ? -1 : 1));
    return (filter.state === 'open' ? kept : kept.reverse()).map((row) => row.ref);
  };

  it('lists what each filter asks for, whole and page by page, within the access of the reader', async () => {
    const peru = officer.reference.findCountry('PER')?.id ?? 0;
    const capacities = officer.reference.term('work_area', 'capacities').id;
    const filters: Omit<FollowUpFilter, 'state' | 'today'>[] = [
      {},
      { assigneeIds: [officer.actor.accountId] },
      { assigneeIds: [officer.actor.accountId, (await world.as('colleague')).actor.accountId] },
      { countryId: peru },
      { workAreaId: capacities },
      { countryId: peru, workAreaId: capacities },
      { assigneeIds: [officer.actor.accountId], countryId: peru, workAreaId: capacities },
    ];
    for (const context of [officer, outsider, await world.as('manager'), await world.as('admin')]) {
      for (const filter of filters.flatMap((one) =>
        (['open', 'done'] as const).map((state) => ({ ...one, state, today: today(officer) })),
      )) {
        const expected = context.actor.roles.includes('administrator') ? [] : await plainly(context, filter);
        const paged: string[] = [];
        let after: { on: string; id: number } | undefined;
        for (;;) {
          const rows = await listFollowUps(world.db, context.actor, filter, {
            limit: 7,
            ...(after && { after }),
          });
          paged.push(...rows.map((row) => row.ref));
          const last = rows.at(-1);
          if (!last || rows.length < 7) break;
          after = { on: last.due_on, id: last.id };
        }
        expect(paged, JSON.stringify({ who: context.actor.name, filter })).toEqual(expected);
      }
    }
    expect((await plainly(officer, { state: 'done', today: today(officer) })).length).toBeGreaterThan(10);
  });

  it('shows no words of a sealed one in a list, and records who reads it on its page', async () => {
    const sealed = await world.db
      .selectFrom('follow_up')
      .select('ref')
      .where('level', '=', 3)
      .executeTakeFirstOrThrow();
    const { followUps } = await listFollowUpsPage(officer, everything);
    expect(followUps.filter((one) => one.level === 'sealed').map((one) => one.title)).toContain('');
    expect(JSON.stringify(followUps)).not.toContain('sealed:');
    const view = await showFollowUp(officer, sealed.ref);
    expect(view.title).toMatch(/^Task /);
    const event = await world.db
      .selectFrom('audit_event')
      .select(['action', 'record_ref'])
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toEqual({ action: 'interaction.opened', record_ref: sealed.ref });
  });

  it('belongs to its assignee, author and team: others may see one, and not complete it', async () => {
    expect((await showFollowUp(outsider, alone)).mayChange).toBe(true);
    expect((await showFollowUp(officer, alone)).mayChange).toBe(true);
    const writer = await world.as('writer');
    expect((await showFollowUp(writer, alone)).mayChange).toBe(false);
    await expect(completeFollowUp(writer, alone, '')).rejects.toThrow(/colleague/);
    await expect(showFollowUp(await world.as('admin'), alone)).rejects.toThrow();
  });
});
