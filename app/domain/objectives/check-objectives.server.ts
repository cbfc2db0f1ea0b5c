import { listMechanisms, listTreatyStatus } from '#db/queries/country-facts.ts';
import type { StageFact } from '#db/schema/objectives.ts';
import type { Context } from '../kernel/context.ts';
import { spokenCode, termLabel } from '../reference/labels.server.ts';
import { checkStage, type Finding, type KnownFacts } from './treaty-check.ts';

/** A finding with the name of its treaty. */
export interface ToldFinding extends Finding {
  instrument: string;
  /** The move is of a later day than the list. */
  newer: boolean;
}

export interface ObjectiveCheck {
  contradictions: ToldFinding[];
  offer: { stage: string; label: string; finding: ToldFinding } | null;
}

export interface CheckedObjective {
  ref: string;
  country_id: number;
  instrument_id: number | null;
  track_id: number;
  stage_id: number;
  moved_on: string;
}

const NOTHING: ObjectiveCheck = { contradictions: [], offer: null };

/** Holds objectives against treaty status and mechanisms, by ref. Facts of States are not protected. */
export async function checkObjectives(
  context: Context,
  objectives: readonly CheckedObjective[],
): Promise<Map<string, ObjectiveCheck>> {
  const { db, reference } = context;
  const treaties = reference.stageFacts.map((fact) => fact.instrument_id);
  const concerned = objectives.filter(({ instrument_id: id }) => id !== null && treaties.includes(id));
  if (concerned.length === 0) return new Map();
  const countries = new Set(concerned.map(({ country_id }) => country_id));
  const [only] = countries.size === 1 ? countries : [];
  const instrumentIds = [...new Set(concerned.flatMap(({ instrument_id }) => instrument_id ?? []))];
  const statuses = await listTreatyStatus(db, {
    instrumentIds,
    ...(only === undefined ? {} : { countryId: only }),
  });
  const mechanisms = await listMechanisms(db, only);
  return new Map(
    concerned.map((one) => {
      const status = statuses.find(
        (row) => row.country_id === one.country_id && row.instrument_id === one.instrument_id,
      );
      const mechanism = mechanisms.find((row) => row.country_id === one.country_id);
      return [
        one.ref,
        told(context, one, {
          treaty: status && treatyOf(status),
          mechanism: mechanism && mechanismOf(mechanism),
        }),
      ];
    }),
  );
}

function treatyOf(row: Awaited<ReturnType<typeof listTreatyStatus>>[number]): KnownFacts['treaty'] {
  const { status, signed_on, bound_on, source, as_of } = row;
  return { status, signedOn: signed_on, boundOn: bound_on, source, asOf: as_of };
}

function mechanismOf(row: Awaited<ReturnType<typeof listMechanisms>>[number]): KnownFacts['mechanism'] {
  return { status: row.status, designatedOn: row.designated_on, source: row.source, asOf: row.as_of };
}

function told(context: Context, objective: CheckedObjective, known: KnownFacts): ObjectiveCheck {
  const { reference } = context;
  const { instrument_id: instrumentId } = objective;
  if (instrumentId === null) return NOTHING;
  const factsOf = (stageId: number): StageFact[] =>
    reference.stageFacts
      .filter((fact) => fact.stage_id === stageId && fact.instrument_id === instrumentId)
      .map(({ fact }) => fact);
  const ladder = reference
    .stagesOf(objective.track_id)
    .map(({ id, meaning }) => ({ id, meaning, facts: factsOf(id) }));
  const check = checkStage(ladder, objective.stage_id, objective.moved_on, known);
  const instrument = spokenCode(reference.instrumentById(instrumentId).code);
  const { offer } = check;
  return {
    contradictions: check.contradictions.map((finding) => ({ ...finding, instrument })),
    offer: offer && {
      stage: reference.termById(offer.stageId).code,
      label: termLabel(context, offer.stageId),
      finding: { ...offer.finding, instrument, newer: false },
    },
  };
}
