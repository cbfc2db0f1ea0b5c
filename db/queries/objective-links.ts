import type { Db } from '../client.ts';
import { prepared } from '../prepared.ts';
import { visibleTo, type Actor } from '../visibility.ts';

/** What is tied to an objective, and the objectives that an interaction names. */

export interface NamedObjective {
  id: number;
  ref: string;
  title: string;
  level: number;
  country_id: number;
  stage_id: number;
}

const named = ['objective.id', 'objective.ref', 'objective.title', 'objective.level'] as const;
const placed = ['objective.country_id', 'objective.stage_id'] as const;

/** The objectives that an interaction names, as far as the actor sees them. Titles are as stored. */
export async function listObjectivesOfInteraction(
  db: Db,
  actor: Actor,
  interactionId: number,
): Promise<NamedObjective[]> {
  return db
    .selectFrom('interaction_objective as link')
    .innerJoin('objective', 'objective.id', 'link.objective_id')
    .select([...named, ...placed])
    .where('link.interaction_id', '=', interactionId)
    .where('objective.archived_at', 'is', null)
    .where(visibleTo(actor, 'objective'))
    .orderBy('objective.id')
    .execute();
}

/** Objectives by ref, as far as the actor sees them; archived ones are left out. */
export async function listVisibleObjectivesByRef(
  db: Db,
  actor: Actor,
  refs: readonly string[],
): Promise<NamedObjective[]> {
  if (refs.length === 0) return [];
  return db
    .selectFrom('objective')
    .select([...named, ...placed])
    .where('objective.ref', 'in', [...refs])
    .where('objective.archived_at', 'is', null)
    .where(visibleTo(actor, 'objective'))
    .execute();
}

/** What a form offers for some countries: the objectives that are still open, those last moved first. */
export async function listOpenObjectivesIn(
  db: Db,
  actor: Actor,
  countryIds: readonly number[],
  limit: number,
): Promise<NamedObjective[]> {
  return countryIds.length === 0 ? [] : openObjectivesIn(db, { actor, countryIds, limit });
}

const openObjectivesIn = prepared<
  { actor: Actor; countryIds: readonly number[]; limit: number },
  NamedObjective
>(({ actor, countryIds, limit }, _shape, db) =>
  db
    .selectFrom('objective')
    .select([...named, ...placed])
    .where('objective.country_id', 'in', countryIds)
    .where('objective.meaning', '=', 'open')
    .where('objective.archived_at', 'is', null)
    .where(visibleTo(actor, 'objective'))
    .orderBy('objective.moved_on', 'desc')
    .orderBy('objective.id', 'desc')
    .limit(limit),
);

export interface TiedInteraction {
  id: number;
  ref: string;
  occurred_on: string;
  summary: string;
  level: number;
  kind_id: number;
  state: string;
}

const meeting = [
  'interaction.id',
  'interaction.ref',
  'interaction.occurred_on',
  'interaction.summary',
  'interaction.level',
  'interaction.kind_id',
  'interaction.state',
] as const;

/** The interactions that name an objective, the latest first. */
export async function listInteractionsOfObjective(
  db: Db,
  actor: Actor,
  objectiveId: number,
  limit: number,
): Promise<TiedInteraction[]> {
  return db
    .selectFrom('interaction_objective as link')
    .innerJoin('interaction', 'interaction.id', 'link.interaction_id')
    .select(meeting)
    .where('link.objective_id', '=', objectiveId)
    .where('interaction.archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .orderBy('interaction.occurred_on', 'desc')
    .orderBy('interaction.id', 'desc')
    .limit(limit)
    .execute();
}

/** The latest meetings held on a country: what a move can be shown by. */
export async function listLatestHeldIn(
  db: Db,
  actor: Actor,
  countryId: number,
  limit: number,
): Promise<TiedInteraction[]> {
  return db
    .selectFrom('interaction_country as place')
    .innerJoin('interaction', 'interaction.id', 'place.interaction_id')
    .select(meeting)
    .where('place.country_id', '=', countryId)
    .where('interaction.state', '=', 'held')
    .where('interaction.archived_at', 'is', null)
    .where(visibleTo(actor, 'interaction'))
    .orderBy('place.occurred_on', 'desc')
    .orderBy('place.interaction_id', 'desc')
    .limit(limit)
    .execute();
}
