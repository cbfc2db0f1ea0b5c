import { listOpenObjectivesIn, listVisibleObjectivesByRef } from '#db/queries/objective-links.ts';
import { changeInteractionObjectives } from '#db/queries/objective-writes.ts';
import type { NamedObjective } from '#db/queries/objective-links.ts';
import type { Work } from '../kernel/commit.server.ts';
import type { Context } from '../kernel/context.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { countryLabel, termLabel } from '../reference/labels.server.ts';
import type { Named } from './form-choices.ts';

/** The ids of the objectives that a form names. One that is hidden and one that is none are refused alike. */
export async function resolveObjectives(
  { db, actor }: Context,
  refs: readonly string[],
  fail: (field: string, message: string) => void,
): Promise<number[]> {
  const found = await listVisibleObjectivesByRef(db, actor, refs);
  if (found.length < new Set(refs).size) fail('objectives', 'Choose objectives from the list.');
  return found.map(({ id }) => id);
}

/** Step: an interaction names these objectives. Those that its editor does not see stay named. */
export async function nameObjectives(
  { trx }: Work,
  interactionId: number,
  ids: readonly number[],
  before: readonly NamedObjective[] = [],
): Promise<void> {
  const known = before.map(({ id }) => id);
  await changeInteractionObjectives(trx, interactionId, {
    added: ids.filter((id) => !known.includes(id)),
    removed: known.filter((id) => !ids.includes(id)),
  });
}

const MOST = 60;

/** What a form offers: the open objectives of its countries, and those that it names already. */
export async function offerObjectives(
  context: Context,
  countries: readonly string[],
  chosen: readonly string[] = [],
): Promise<Named[]> {
  const { db, actor, reference } = context;
  const ids = countries.flatMap((iso3) => reference.findCountry(iso3)?.id ?? []);
  const near = await listOpenObjectivesIn(db, actor, ids, MOST);
  const others = chosen.filter((ref) => !near.some((one) => one.ref === ref));
  const named = await listVisibleObjectivesByRef(db, actor, others);
  return [...named, ...near].map((one) => ({
    value: one.ref,
    label: `${objectiveTitle(context, one)} (${countryLabel(context, one.country_id).name}, ${termLabel(context, one.stage_id)})`,
  }));
}

/** The title of an objective where another record points at it: a sealed one keeps its words to its own page. */
export function objectiveTitle(
  { keys }: Context,
  one: Pick<NamedObjective, 'ref' | 'title' | 'level'>,
): string {
  return one.level === 3
    ? 'Sealed record'
    : readText(keys, one.level, `objective|title|${one.ref}`, one.title);
}
