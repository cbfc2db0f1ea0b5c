import type { Db } from '#db/client.ts';
import type { Actor } from '#db/visibility.ts';

/**
 * Need to know, told a second time and as plainly as the design tells it: no predicate, no reader table, no
 * cleverness. What the application shows is compared with a database from which this has removed the rest.
 */
export interface Hidden {
  interactions: Set<number>;
  people: Set<number>;
  assessments: Set<number>;
  objectives: Set<number>;
}

const [INTERNAL, CONFIDENTIAL] = [0, 1];

export async function hiddenFrom(db: Db, actor: Actor): Promise<Hidden> {
  const teamsOfCountry = await db.selectFrom('team_country').selectAll().execute();
  const me = actor.accountId;
  const mine = (teamId: number | null) => teamId !== null && actor.teamIds.includes(teamId);
  const coversCountry = (countryId: number) =>
    teamsOfCountry.some((row) => row.country_id === countryId && mine(row.team_id));
  const readsNothing = actor.roles.every((role) => role === 'administrator');

  const staff = await db.selectFrom('interaction_staff').selectAll().execute();
  const named = await db.selectFrom('interaction_named_reader').selectAll().execute();
  const countries = await db.selectFrom('interaction_country').selectAll().execute();
  const interactions = await db.selectFrom('interaction').selectAll().execute();
  const seesInteraction = (row: (typeof interactions)[number]): boolean => {
    if (readsNothing) return false;
    if (row.level === INTERNAL) return true;
    if (row.author_id === me || staff.some((one) => one.interaction_id === row.id && one.account_id === me))
      return true;
    if (row.level === CONFIDENTIAL) {
      return (
        mine(row.owning_team_id) ||
        countries.some((one) => one.interaction_id === row.id && coversCountry(one.country_id))
      );
    }
    return named.some((one) => one.interaction_id === row.id && one.account_id === me);
  };

  const today = new Date().toISOString().slice(0, 10);
  const posts = await db
    .selectFrom('position')
    .innerJoin('organisation', 'organisation.id', 'position.organisation_id')
    .select(['position.person_id', 'position.until_on', 'organisation.country_id'])
    .execute();
  const namedForPerson = await db.selectFrom('person_named_reader').selectAll().execute();
  const people = await db.selectFrom('person').selectAll().execute();
  const seesPerson = (row: (typeof people)[number]): boolean => {
    if (readsNothing) return false;
    if (row.level === INTERNAL || row.created_by_id === me) return true;
    if (row.level === CONFIDENTIAL) {
      return (
        mine(row.owning_team_id) ||
        posts.some(
          (post) =>
            post.person_id === row.id &&
            (post.until_on === null || post.until_on >= today) &&
            post.country_id !== null &&
            coversCountry(post.country_id),
        )
      );
    }
    return namedForPerson.some((one) => one.person_id === row.id && one.account_id === me);
  };

  const hiddenInteractions = new Set(
    interactions.filter((row) => !seesInteraction(row)).map((row) => row.id),
  );
  const namedForAssessment = await db.selectFrom('assessment_named_reader').selectAll().execute();
  const assessments = await db.selectFrom('assessment').selectAll().execute();
  const seesAssessment = (row: (typeof assessments)[number]): boolean => {
    const interaction = interactions.find((one) => one.id === row.interaction_id);
    if (!interaction || hiddenInteractions.has(interaction.id)) return false;
    if (row.level === INTERNAL || row.author_id === me) return true;
    if (row.level === CONFIDENTIAL) {
      return (
        mine(interaction.owning_team_id) ||
        staff.some((one) => one.interaction_id === interaction.id && one.account_id === me)
      );
    }
    return namedForAssessment.some((one) => one.assessment_id === row.id && one.account_id === me);
  };
  const namedForObjective = await db.selectFrom('objective_named_reader').selectAll().execute();
  const objectives = await db.selectFrom('objective').selectAll().execute();
  const seesObjective = (row: (typeof objectives)[number]): boolean => {
    if (readsNothing) return false;
    if (row.level === INTERNAL || row.author_id === me || row.owner_id === me) return true;
    if (row.level === CONFIDENTIAL) return mine(row.owning_team_id) || coversCountry(row.country_id);
    return namedForObjective.some((one) => one.objective_id === row.id && one.account_id === me);
  };
  return {
    objectives: new Set(objectives.filter((row) => !seesObjective(row)).map((row) => row.id)),
    interactions: hiddenInteractions,
    people: new Set(people.filter((row) => !seesPerson(row)).map((row) => row.id)),
    assessments: new Set(assessments.filter((row) => !seesAssessment(row)).map((row) => row.id)),
  };
}
