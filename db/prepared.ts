import type { Compilable, CompiledQuery, RawBuilder } from 'kysely';
import type { Db } from './dialect.ts';
import { readsRecords, type Actor } from './visibility.ts';

/** Never null: what is compared with it is another question, which the shape would not tell apart. */
type Value = string | number;
type Values = Record<string, Value | readonly Value[] | Actor | undefined>;
/** What the text of a question depends on beyond which values are there: directions, names of tables. */
type Shape = Record<string, Value | boolean | null | undefined>;

/** Stands for a value while a question is built. To look into it is a mistake, which must not pass unseen. */
class Place {
  constructor(readonly index: number) {}

  [Symbol.toPrimitive](): never {
    throw new Error(
      'A prepared question depends on a value that it may only pass on: put it into the shape.',
    );
  }
}

/**
 * A question that many pages ask: its text is made once for each shape (which values are there, how many a list has,
 * how many teams the actor) and only the values change from one asking to the next. To build and compile it each time
 * takes as long as its answer. `build` may test whether a value is undefined, and else only put it into the query.
 */
export function prepared<V extends Values, Row, S extends Shape = Record<never, never>>(
  build: (values: V, shape: S, db: Db) => Compilable<Row> | RawBuilder<Row>,
): (db: Db, values: V, shape?: S) => Promise<Row[]> {
  const known = new WeakMap<object, Map<string, CompiledQuery<Row>>>();
  return async (db, values, shape) => {
    const given: Value[] = [];
    const key = `${shape ? JSON.stringify(shape) : ''} ${gather(values, given)}`;
    const texts = textsOf(known, db);
    let text = texts.get(key);
    if (!text) {
      text = build(placesFor(values), shape ?? ({} as S), db).compile(db) as CompiledQuery<Row>;
      if (texts.size >= 200) texts.clear();
      texts.set(key, text);
    }
    const parameters = text.parameters.map((one) => (one instanceof Place ? given[one.index] : one));
    const { rows } = await db.executeQuery<Row>({ ...text, parameters });
    return rows;
  };
}

/** The engines write the same question in other words: each database has its own texts. */
function textsOf<Text>(known: WeakMap<object, Map<string, Text>>, db: Db): Map<string, Text> {
  const { adapter } = db.getExecutor();
  const texts = known.get(adapter) ?? new Map<string, Text>();
  known.set(adapter, texts);
  return texts;
}

/** Puts the values in a row, and tells their shape. */
function gather(values: Values, given: Value[]): string {
  let shape = '';
  for (const name in values) {
    const value = values[name];
    if (value === undefined) continue;
    if (isActor(value)) {
      given.push(value.accountId, ...value.teamIds);
      shape += `${name}:${readsRecords(value) ? '' : 'none '}${value.teamIds.length};`;
    } else if (isList(value)) {
      given.push(...value);
      shape += `${name}:${value.length};`;
    } else {
      given.push(value);
      shape += `${name};`;
    }
  }
  return shape;
}

/** The same values, each replaced by the place at which `gather` puts it. */
function placesFor<V extends Values>(values: V): V {
  let index = 0;
  const next = () => new Place(index++) as unknown as number;
  const placed: Values = {};
  for (const name in values) {
    const value: Values[string] = values[name];
    if (value === undefined) continue;
    if (isActor(value)) placed[name] = placeOfActor(value, next);
    else placed[name] = isList(value) ? value.map(next) : next();
  }
  return placed as V;
}

/** An actor of whom a question can learn no more than its shape says: its teams, and that it reads records at all. */
function placeOfActor(actor: Actor, next: () => number): Actor {
  const roles: Actor['roles'] = readsRecords(actor) ? ['officer'] : ['administrator'];
  return { accountId: next(), teamIds: actor.teamIds.map(next), roles } as unknown as Actor;
}

const isActor = (value: Values[string]): value is Actor => typeof value === 'object' && 'teamIds' in value;

const isList = (value: Value | readonly Value[]): value is readonly Value[] => Array.isArray(value);
