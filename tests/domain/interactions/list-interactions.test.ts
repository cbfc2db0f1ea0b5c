import { beforeAll, expect, it } from 'vitest';
import { archiveInteraction } from '#app/domain/interactions/archive-interaction.server.ts';
import { exportInteractions, type ExportedRow } from '#app/domain/interactions/export-interactions.server.ts';
import { blankAdvice, blankCommitment, blankFollowUp } from '#app/domain/interactions/form.ts';
import { listInteractions } from '#app/domain/interactions/list-interactions.server.ts';
import { LIST_WORDS, type ListWords } from '#app/domain/interactions/read-list-question.server.ts';
import { readPaging } from '#app/domain/kernel/cursor.ts';
import { BadRequest } from '#app/domain/kernel/errors.ts';
import type { Context } from '#app/domain/kernel/context.ts';
import { addDays } from '#app/domain/kernel/fields.ts';
import { describeOnBoth } from '../../databases.ts';
import { logged, makeWorld, meetingForm, type World } from '../../world.ts';

const noWords = Object.fromEntries(LIST_WORDS.map((name) => [name, ''])) as ListWords;

describeOnBoth('the list of interactions', (open) => {
  let world: World;
  let officer: Context;
  let colleague: Context;
  let outsider: Context;
  let heron: string;
  let refs: Record<'plain' | 'rich' | 'confidential' | 'restricted' | 'sealed' | 'planned' | 'peru', string>;

  const ask = (context: Context, words: Partial<ListWords>, turn: { before?: string; after?: string } = {}) =>
    listInteractions(context, {
      words: { ...noWords, ...words },
      paging: readPaging(turn.before ?? '', turn.after ?? ''),
      oldestFirst: false,
    });
  const found = async (context: Context, words: Partial<ListWords>) =>
    (await ask(context, words)).lines.map((line) => line.ref);

  beforeAll(async () => {
    world = await makeWorld(await open());
    officer = await world.as('officer');
    colleague = await world.as('colleague');
    outsider = await world.as('outsider');
    const post = [{ organisationId: world.league.id, title: 'Member' }];
    heron = (await world.addPerson(officer, { name: 'Heron', level: 'restricted', positions: post })).ref;
    const ministry = [{ organisation: world.ministry.ref }];
    const form = (
      rest: Parameters<typeof meetingForm>[2],
      partners: Parameters<typeof meetingForm>[1] = ministry,
    ) => logged(officer, meetingForm(officer, partners, rest));
    const peruvian = meetingForm(outsider, [{ organisation: world.defensoria.ref }], { date: '2026-01-10' });
    refs = {
      plain: await form({ date: '2026-01-01', kind: 'letter' }),
      rich: await form(
        {
          date: '2026-01-02',
          workAreas: ['capacities'],
          instruments: ['OPCAT'],
          advice: [
            { ...blankAdvice(), text: 'One' },
            { ...blankAdvice(), text: 'Two' },
          ],
          commitments: [{ ...blankCommitment(), text: 'A promise' }],
          followUps: [{ ...blankFollowUp(officer.actor.ref, '2026-02-01'), title: 'To do' }],
        },
        [{ person: world.minister.ref }, { person: world.adviser.ref }, { person: heron }],
      ),
      confidential: await form({ date: '2026-01-03', sensitivity: 'confidential' }),
      restricted: await form({ date: '2026-01-04', sensitivity: 'restricted' }),
      sealed: await form({ date: '2026-01-05', sensitivity: 'sealed', summary: 'The name of the witness' }),
      planned: await form({ date: '2099-01-01' }),
      peru: await logged(outsider, peruvian),
    };
    await archiveInteraction(officer, await form({ date: '2026-01-06', summary: 'A mistake' }));
  });

  it('shows what each may see, newest first, with what came of it', async () => {
    const all = await ask(officer, {});
    const { planned, peru, sealed, restricted, confidential, rich, plain } = refs;
    expect(all.lines.map((line) => line.ref)).toEqual([
      planned,
      peru,
      sealed,
      restricted,
      confidential,
      rich,
      plain,
    ]);
    expect(all.count).toBe(7);
    expect(all.lines.find((line) => line.ref === rich)).toMatchObject({
      advice: 2,
      commitments: 1,
      followUps: 1,
      countries: [{ iso3: 'TGO' }],
    });
    const others = await ask(outsider, {});
    expect(others.lines.map((line) => line.ref)).toEqual([planned, peru, rich, plain]);
    expect(others.count).toBe(4);
    expect(await ask(await world.as('admin'), {})).toMatchObject({ lines: [], count: 0, mayLog: false });
  });

  it('says nothing of a sealed record but that it is one', async () => {
    const line = (await ask(officer, { sensitivity: 'sealed' })).lines[0];
    expect(line).toMatchObject({ ref: refs.sealed, summary: null, partners: [] });
    expect(await found(colleague, { sensitivity: 'sealed' })).toEqual([]);
    expect(await found(colleague, { sensitivity: 'restricted', country: 'TGO' })).toEqual([]);
    expect(await found(await world.as('admin'), { sensitivity: 'restricted', country: 'TGO' })).toEqual([]);
  });

  it('leaves out a person who is hidden, where the others are named', async () => {
    const people = async (context: Context) =>
      (await ask(context, { with: 'advice' })).lines.flatMap((line) =>
        line.partners.flatMap((partner) => partner.people),
      );
    expect(await people(officer)).toEqual(['Afi Mensah', 'Kodjo Adjavon', 'Heron']);
    expect(await people(colleague)).toEqual(['Afi Mensah', 'Kodjo Adjavon']);
  });

  it('narrows by every word of the address', async () => {
    const { plain, rich, confidential, restricted, sealed, planned, peru } = refs;
    const togo = [planned, sealed, restricted, confidential, rich, plain];
    const cases: [Partial<ListWords>, string[]][] = [
      [{ country: 'TGO' }, togo],
      [{ country: 'PER' }, [peru]],
      [{ country: 'TGO', kind: 'letter' }, [plain]],
      [{ country: 'TGO', partner_type: 'STATE' }, togo],
      [{ country: 'TGO', partner_type: 'NGO-NAT' }, [rich]],
      [{ work_area: 'capacities' }, [rich]],
      [{ work_area: 'capacities', country: 'PER' }, []],
      [{ instrument: 'OPCAT' }, [rich]],
      [{ kind: 'letter' }, [plain]],
      [{ organisation: world.ministry.ref }, togo],
      [{ organisation: world.ministry.ref, person: world.adviser.ref }, [rich]],
      [{ person: world.minister.ref }, [rich]],
      [{ person: heron }, [rich]],
      [{ author: outsider.actor.ref }, [peru]],
      [{ team: officer.reference.teamById(world.teams.americas).ref }, [peru]],
      [{ state: 'planned' }, [planned]],
      [{ state: 'held', country: 'TGO', from: '2026-01-02', to: '2026-01-03' }, [confidential, rich]],
      [{ from: '2026-01-02', to: '2026-01-02' }, [rich]],
      [{ sensitivity: 'internal', to: '2026-01-09' }, [rich, plain]],
      [{ sensitivity: 'confidential', country: 'TGO' }, [confidential]],
      [{ sensitivity: 'restricted', organisation: world.ministry.ref }, [restricted]],
      [{ sensitivity: 'sealed', country: 'TGO', kind: 'meeting', from: '2026-01-05' }, [sealed]],
      [{ sensitivity: 'sealed', work_area: 'capacities' }, []],
      [{ with: 'commitment' }, [rich]],
      [{ with: 'follow_up', country: 'TGO' }, [rich]],
    ];
    for (const [words, expected] of cases) {
      const list = await ask(officer, words);
      expect(
        list.lines.map((line) => line.ref),
        JSON.stringify(words),
      ).toEqual(expected);
      expect(list.count, JSON.stringify(words)).toBe(expected.length);
      expect(list.active.map((one) => one.name).sort()).toEqual(Object.keys(words).sort());
    }
  });

  it('refuses somebody hidden and somebody who is not there in the same words', async () => {
    const answers = await Promise.all(
      [heron, '0000000000'].map((person) => ask(colleague, { person }).catch((error: unknown) => error)),
    );
    expect(answers[0]).toBeInstanceOf(BadRequest);
    expect(answers[0]).toEqual(answers[1]);
    for (const words of [
      { country: 'togo' },
      { kind: 'constructor' },
      { sensitivity: '__proto__' },
      { from: '2026-02-31' },
      { with: 'advice; drop table' },
      { partner_type: 'STATE' },
    ]) {
      await expect(ask(officer, words), JSON.stringify(words)).rejects.toBeInstanceOf(BadRequest);
    }
  });

  it('says which filter leaves out most when nothing is found', async () => {
    const { lines, widest } = await ask(officer, { country: 'TGO', kind: 'letter', work_area: 'capacities' });
    expect(lines).toEqual([]);
    expect(widest).toMatchObject({ count: 1 });
    const none = await ask(officer, { country: 'ALB', kind: 'letter', work_area: 'tools' });
    expect(none.widest).toBeNull();
  });

  it('exports the same rows, and records with which filter and how many', async () => {
    const rows: ExportedRow[] = [];
    const words = { ...noWords, country: 'TGO' };
    for await (const row of await exportInteractions(officer, words)) rows.push(row);
    expect(rows.map((row) => row['ref'])).toEqual(await found(officer, { country: 'TGO' }));
    expect(JSON.stringify(rows)).not.toContain('witness');
    expect(await lastExport()).toEqual({ filter: [null, { country: 'TGO' }], rows: [null, rows.length] });
    for await (const row of await exportInteractions(outsider, noWords)) {
      expect(row['ref']).toBe(refs.planned);
      break;
    }
    expect(await lastExport()).toEqual({ filter: [null, {}], rows: [null, 1] });
  });

  async function lastExport(): Promise<unknown> {
    const row = await world.db
      .selectFrom('audit_event')
      .innerJoin('audit_value', 'audit_value.event_id', 'audit_event.id')
      .select('audit_value.body')
      .where('audit_event.action', '=', 'interactions.exported')
      .orderBy('audit_event.id', 'desc')
      .executeTakeFirstOrThrow();
    return JSON.parse(row.body) as unknown;
  }

  it('turns its pages both ways, each row once, several on one day', async () => {
    const days = Array.from({ length: 60 }, (_, index) => addDays('2025-03-01', Math.floor(index / 7)));
    for (const [index, date] of days.entries()) {
      const sensitivity = index % 3 === 0 ? 'confidential' : 'internal';
      await logged(
        officer,
        meetingForm(officer, [{ organisation: world.league.ref }], { date, sensitivity, countries: ['BEN'] }),
      );
    }
    for (const words of [
      { country: 'BEN' },
      { to: '2025-12-31' },
      { state: 'held', to: '2025-12-31' } as const,
    ]) {
      const first = await ask(officer, words);
      expect([first.lines.length, first.newer, first.count]).toEqual([50, null, 60]);
      const second = await ask(officer, words, { before: first.older ?? '' });
      expect([second.lines.length, second.older]).toEqual([10, null]);
      const back = await ask(officer, words, { after: second.newer ?? '' });
      expect(back.lines).toEqual(first.lines);
      const both = [...first.lines, ...second.lines];
      expect(new Set(both.map((line) => line.ref)).size).toBe(60);
      expect(both.map((line) => line.on)).toEqual([...both.map((line) => line.on)].sort().reverse());

      const request = { words: { ...noWords, ...words }, oldestFirst: true };
      const oldest = await listInteractions(officer, { ...request, paging: {} });
      const next = await listInteractions(officer, {
        ...request,
        paging: readPaging('', oldest.newer ?? ''),
      });
      expect([oldest.lines.length, oldest.older, next.lines.length, next.newer]).toEqual([
        50,
        null,
        10,
        null,
      ]);
      expect([...oldest.lines, ...next.lines]).toEqual([...both].reverse());
    }
    expect((await ask(outsider, { country: 'BEN' })).count).toBe(40);
  });
});
