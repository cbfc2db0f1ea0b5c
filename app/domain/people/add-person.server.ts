import { writePersonAudience } from '#db/person-audience.ts';
import { levelNumber, type Level } from '#db/levels.ts';
import { insertPerson, insertPosition } from '#db/queries/partners.ts';
import type { Work } from '../kernel/commit.server.ts';
import { today } from '../kernel/context.ts';
import { makeRef } from '../kernel/refs.ts';

export interface PersonInput {
  name: string;
  level?: Level;
  isCodeName?: boolean;
  atRisk?: boolean;
  owningTeamId?: number | null;
  languages?: string | null;
  reach?: string | null;
  /** Account ids that may read a restricted or sealed person. */
  readerIds?: number[];
  /** True where the audit may not hold the name in the clear: met in a sealed meeting. */
  sealAudit?: boolean;
  /** The latest last. */
  positions: PositionInput[];
}

export interface PositionInput {
  organisationId: number;
  title: string;
  fromOn?: string | null;
  untilOn?: string | null;
}

/** Step: writes a person with their positions, who may read them, and the audit record. */
export async function addPerson(
  work: Work,
  input: PersonInput,
): Promise<{ id: number; ref: string; positionIds: number[] }> {
  const { context, trx } = work;
  const ref = makeRef(context.random);
  const createdAt = context.now.toISOString();
  const level = levelNumber(input.level ?? 'internal');
  const id = await insertPerson(trx, {
    ref,
    name: input.name,
    level,
    is_code_name: input.isCodeName ? 1 : 0,
    at_risk: input.atRisk ? 1 : 0,
    owning_team_id: input.owningTeamId ?? null,
    languages: input.languages ?? null,
    reach: input.reach ?? null,
    created_at: createdAt,
    created_by_id: context.actor.accountId,
    named_readers: input.readerIds ?? [],
  });
  const positionIds: number[] = [];
  for (const position of input.positions) {
    positionIds.push(
      await insertPosition(trx, {
        ref: makeRef(context.random),
        person_id: id,
        organisation_id: position.organisationId,
        title: position.title,
        from_on: position.fromOn ?? null,
        until_on: position.untilOn ?? null,
        created_at: createdAt,
      }),
    );
  }
  await writePersonAudience(trx, id, today(context));
  work.record({
    action: 'person.created',
    noun: 'person',
    id,
    ref,
    changes: {
      name: [null, input.name],
      positions: [null, input.positions.map((position) => position.title)],
    },
    sealed: input.level === 'sealed' || input.sealAudit === true,
  });
  return { id, ref, positionIds };
}
