import { sql, type Expression, type SqlBool } from 'kysely';
import { visibleTo, type Actor } from './visibility.ts';

/**
 * True for the recommendations (known in the query as `alias`) that something of ours pushes which the actor sees:
 * advice, an objective or an interaction. A link to what is hidden counts as none.
 */
export function pushedBy(actor: Actor, alias: string): Expression<SqlBool> {
  const id = sql.ref(`${alias}.id`);
  return sql<SqlBool>`(exists (select 1 from recommendation_advice as link
      inner join advice on advice.id = link.advice_id
      where link.recommendation_id = ${id} and advice.archived_at is null and ${visibleTo(actor, 'advice')}
        and not exists (select 1 from interaction as origin
          where origin.id = advice.interaction_id and origin.archived_at is not null))
    or exists (select 1 from recommendation_objective as link
      inner join objective on objective.id = link.objective_id
      where link.recommendation_id = ${id} and objective.archived_at is null and ${visibleTo(actor, 'objective')})
    or exists (select 1 from recommendation_interaction as link
      inner join interaction on interaction.id = link.interaction_id
      where link.recommendation_id = ${id} and interaction.archived_at is null
        and ${visibleTo(actor, 'interaction')}))`;
}
