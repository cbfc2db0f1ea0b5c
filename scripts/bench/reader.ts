import { sql } from 'kysely';
import { openDatabase, type Db } from '#db/client.ts';
import { benchEnvironment } from './large-database.ts';

/** Who reads and logs in the benchmark, and what the pages are about. */
export interface Reader {
  email: string;
  ref: string;
  teams: number;
  /** The country with most interactions. */
  country: string;
  /** The work area that is rarest in it, so that the filter must pass over rows. */
  workArea: string;
  /** A day with nine tenths of the interactions after it, and some pages of them before it. */
  longAgo: string;
  /** Four people of one organisation whom everybody may see. */
  people: string[];
}

/** An officer with several teams: their list is a merge of many branches, as a busy reader's is. */
export async function findReader(path: string): Promise<Reader> {
  const db = openDatabase(`file:${path}`);
  try {
    const account = await one(
      db,
      sql<{ email: string; ref: string; teams: number }>`
      select account.email, account.ref, count(*) as teams from account
      join account_role on account_role.account_id = account.id and role = 'officer'
      join account_team on account_team.account_id = account.id
      group by account.id order by teams desc, account.id limit 1`,
    );
    const country = await one(
      db,
      sql<{ id: number; iso3: string }>`
      select country.id, iso3 from country join interaction_country on country_id = country.id
      group by country.id order by count(*) desc, country.id limit 1`,
    );
    const area = await one(
      db,
      sql<{ code: string }>`
      select term.code from interaction_country as place
      join interaction_work_area as area on area.interaction_id = place.interaction_id
      join term on term.id = area.work_area_id
      where place.country_id = ${country.id} group by term.id order by count(*), term.id limit 1`,
    );
    const { n } = await one(db, sql<{ n: number }>`select count(*) as n from interaction`);
    const old = await one(
      db,
      sql<{ occurred_on: string }>`
      select occurred_on from interaction order by occurred_on desc, id desc limit 1 offset ${Math.floor(Math.min(n * 0.9, n - 200))}`,
    );
    const { rows } = await sql<{ ref: string }>`
      select person.ref from person join position on person_id = person.id and until_on is null
      where level = 0 and organisation_id = (
        select organisation_id from position join person on person.id = person_id and level = 0
        where until_on is null group by organisation_id having count(distinct person_id) >= 4
        order by organisation_id limit 1)
      group by person.id order by person.id limit 4`.execute(db);
    return {
      ...account,
      country: country.iso3,
      workArea: area.code,
      longAgo: old.occurred_on,
      people: rows.map(({ ref }) => ref),
    };
  } finally {
    await db.destroy();
  }
}

export async function countInteractions(path: string): Promise<number> {
  const db = openDatabase(`file:${path}`);
  try {
    return (await one(db, sql<{ n: number }>`select count(*) as n from interaction`)).n;
  } finally {
    await db.destroy();
  }
}

async function one<T>(db: Db, query: ReturnType<typeof sql<T>>): Promise<T> {
  const { rows } = await query.execute(db);
  if (rows[0] === undefined) throw new Error('The filled database lacks what the benchmark asks for.');
  return rows[0];
}

/** Signs in as people do. Returns the Cookie line. */
export async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(new URL('/login', url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ email, password: benchEnvironment.DEMO_PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`Signing in was answered with ${answer.status}.`);
  return cookie;
}
