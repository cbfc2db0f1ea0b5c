import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { prepared } from '#db/prepared.ts';
import { visibleTo, type Actor } from '#db/visibility.ts';
import { describeOnBoth } from '../databases.ts';

const actor = (accountId: number, teamIds: number[], roles: Actor['roles'] = ['officer']): Actor =>
  ({ accountId, teamIds, roles }) as unknown as Actor;

describeOnBoth('a prepared question', (open) => {
  it('is built once for each shape, and answers with the values of each asking', async () => {
    const db = await open();
    let built = 0;
    const ask = prepared<
      { a: number; list: readonly number[]; more: string | undefined },
      { answer: string }
    >(({ a, list, more }) => {
      built += 1;
      const end = more === undefined ? sql`` : sql`|| cast(${more} as text)`;
      return sql`select cast(cast(${a} as integer) + cast(${list[0]} as integer) as text)
          || '/' || cast(cast(${a} as integer) as text) ${end} as answer`;
    });
    const answer = async (a: number, list: number[], more?: string) =>
      (await ask(db, { a, list, more }))[0]?.answer;
    expect(await answer(1, [10], undefined)).toBe('11/1');
    expect(await answer(2, [20], undefined)).toBe('22/2');
    expect(built).toBe(1);
    expect(await answer(2, [20, 30])).toBe('22/2');
    expect(await answer(2, [20], '!')).toBe('22/2!');
    expect(await answer(3, [1], "'; drop table term")).toBe("4/3'; drop table term");
    expect(built).toBe(3);
  });

  it('asks as each actor: by their own account and teams, and never as one who reads no records', async () => {
    const db = await open();
    await migrate(db);
    const texts: string[] = [];
    const ask = prepared<{ actor: Actor }, { id: number }>((values) => {
      const question = sql<{
        id: number;
      }>`select id from interaction where ${visibleTo(values.actor, 'interaction')}`;
      texts.push(question.compile(db).sql);
      return question;
    });
    for (const one of [actor(1, [2, 3]), actor(4, [5, 6]), actor(1, [2]), actor(1, [2], ['administrator'])])
      expect(await ask(db, { actor: one })).toEqual([]);
    expect(texts).toHaveLength(3);
    expect(texts[2]).toContain('1 = 0');
    expect(texts[0]).not.toContain('1 = 0');
  });

  it('puts each value in its place, whatever number of teams one has who reads no records', async () => {
    const db = await open();
    const ask = prepared<{ actor: Actor; n: number }, { answer: string }>(
      ({ n }) => sql`select cast(cast(${n} as integer) as text) as answer`,
    );
    for (const teams of [[], [7], [8, 9]])
      expect(await ask(db, { actor: actor(1, teams, ['administrator']), n: 5 })).toEqual([{ answer: '5' }]);
  });

  it('refuses to be built from what a value is', async () => {
    const db = await open();
    const looking = prepared<{ n: number }, { n: number }>(({ n }) => sql`select ${sql.raw(`${n}`)} as n`);
    await expect(looking(db, { n: 1 })).rejects.toThrow(/may only pass on/);
    const comparing = prepared<{ n: number }, { n: number }>(({ n }) => sql`select ${n > 1 ? 1 : 0} as n`);
    await expect(comparing(db, { n: 1 })).rejects.toThrow(/may only pass on/);
  });

  it('keeps apart what its shape says', async () => {
    const db = await open();
    const ask = prepared<{ n: number }, { n: number }, { down: boolean }>(
      ({ n }, { down }) =>
        sql`select n from (select 1 as n union all select 2) as two where n > ${n} order by n ${down ? sql`desc` : sql`asc`}`,
    );
    expect(await ask(db, { n: 0 }, { down: true })).toEqual([{ n: 2 }, { n: 1 }]);
    expect(await ask(db, { n: 0 }, { down: false })).toEqual([{ n: 1 }, { n: 2 }]);
  });
});
