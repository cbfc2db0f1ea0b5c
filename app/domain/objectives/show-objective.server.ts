import { levelName } from '#db/levels.ts';
import { listHistory } from '#db/queries/audit.ts';
import { listOpenFollowUps } from '#db/queries/follow-up-glances.ts';
import { listAdviceOfObjective } from '#db/queries/objective-consequences.ts';
import { listInteractionsOfObjective } from '#db/queries/objective-links.ts';
import {
  findVisibleObjective,
  listMoves,
  listStances,
  type MoveRow,
  type ObjectiveRecord,
} from '#db/queries/objective-reads.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { listFilesOfParts } from '../attachments/list-attachments.server.ts';
import { glanceFollowUps } from '../follow-ups/glance-follow-ups.server.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { tellHistory } from '../interactions/read-history.server.ts';
import { clip } from '../kernel/clip.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef, makeRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { isMuted } from '../notifications/mute-record.server.ts';
import { areaLabels, countryLabel, readingOf, spokenCode, termLabel } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { checkObjectives } from './check-objectives.server.ts';
import { offerEvidence } from './offer-evidence.server.ts';
import { mayChangeObjective } from './policy.ts';
import { STALLS_AFTER, stalledDays } from './stalled.ts';
import { tellMoves, type ToldMove } from './tell-moves.server.ts';
import { tellStances } from './tell-stances.server.ts';

/** Rows a section; what an objective has is told on one page. */
const MOST = 200;
const TIED = 50;

/** An objective as its page shows it. Opening a restricted or sealed one is recorded. Throws NotFound. */
export async function showObjective(context: Context, ref: string) {
  const { db, actor, keys, reference } = context;
  const row = isRef(ref) ? await findVisibleObjective(db, actor, ref) : undefined;
  if (!row) throw new NotFound();
  if (row.level >= 2) {
    await recordOpening(context, {
      action: 'objective.opened',
      noun: 'objective',
      id: row.id,
      ref,
      changes: {},
    });
  }
  const moveRows = await listMoves(db, actor, row.id, MOST);
  const moves = tellMoves(context, row.level, moveRows);
  const files = await listFilesOfParts(context, 'objective_move', partsOf(row, moveRows));
  const stanceRows = await listStances(db, actor, row.id, MOST);
  const names = await listAccountNames(db, [row.owner_id, row.author_id]);
  const nameOf = (id: number) => names.find((one) => one.id === id)?.name ?? '';
  const check = (await checkObjectives(context, [row])).get(ref) ?? null;
  const stalled = stalledDays(row.meaning, row.moved_on, today(context));
  const mayChange = mayChangeObjective(actor, row);
  return {
    ref,
    title: readText(keys, row.level, `objective|title|${ref}`, row.title),
    nextStep:
      row.next_step === null ? '' : readText(keys, row.level, `objective|next_step|${ref}`, row.next_step),
    level: levelName(row.level),
    country: countryLabel(context, row.country_id),
    area: areaLabels(context, [row.work_area_id])[0] ?? null,
    instrument: instrumentLabel(context, row.instrument_id),
    track: { code: reference.termById(row.track_id).code, label: termLabel(context, row.track_id) },
    stage: { code: reference.termById(row.stage_id).code, label: termLabel(context, row.stage_id) },
    meaning: row.meaning,
    movedOn: row.moved_on,
    stalled,
    stalls: stalled !== null && stalled >= STALLS_AFTER,
    owner: nameOf(row.owner_id),
    author: nameOf(row.author_id),
    team: reference.teamById(row.owning_team_id).name,
    targetOn: row.target_on,
    archivedAt: row.archived_at,
    ladder: ladderOf(context, row, moves),
    moves: moves.map((move) => ({ ...move, files: files.views.get(move.ref) ?? null })),
    stances: tellStances(context, row.level, stanceRows),
    check: row.archived_at === null ? check : null,
    ...(await tiedTo(context, row)),
    muted: await isMuted(context, 'objective', row.id),
    history: await tellHistory(
      context,
      [
        ...(await listHistory(db, 'objective', [row.id], 100)),
        ...(await listHistory(
          db,
          'stance',
          stanceRows.map(({ id }) => id),
          100,
        )),
        ...(await listHistory(db, 'attachment', files.ids, 100)),
      ].sort((a, b) => b.id - a.id),
    ),
    evidence: mayChange && row.archived_at === null ? await offerEvidence(context, row) : [],
    key: `${makeRef(context.random)}${makeRef(context.random)}`,
    mayChange,
    mayLog: mayLogInteraction(actor),
    reading: readingOf(context),
  };
}

export type ObjectiveView = Awaited<ReturnType<typeof showObjective>>;

/** What is put away shows no files; else whoever set it, owns it or recorded the move may add them. */
function partsOf(row: ObjectiveRecord, moves: readonly MoveRow[]) {
  if (row.archived_at !== null) return [];
  return moves.map(({ id, ref, author_id }) => ({
    id,
    ref,
    owned: { peopleIds: [row.author_id, row.owner_id, author_id], owningTeamId: row.owning_team_id },
  }));
}

function instrumentLabel({ reference }: Context, id: number | null) {
  if (id === null) return null;
  const { code } = reference.instrumentById(id);
  return { code, label: spokenCode(code) };
}

/** The stages of the set in order, each with the day on which it was last come to. */
function ladderOf(context: Context, row: ObjectiveRecord, moves: readonly ToldMove[]) {
  const { reference, actor } = context;
  const stages = reference.stagesOf(row.track_id);
  const at = stages.findIndex(({ id }) => id === row.stage_id);
  const beginning = moves.at(-1)?.to;
  const begun = stages.findIndex(({ labels }) => labelOf(labels, actor.language) === beginning);
  return stages.map((stage, place) => {
    const label = labelOf(stage.labels, actor.language);
    return {
      code: stage.code,
      label,
      hint: labelOf(stage.hints, actor.language),
      meaning: stage.meaning ?? ('open' as const),
      isCurrent: place === at,
      /** Lies after the stage at which we began: passed on the way, or skipped. */
      isOnTheWay: place > begun,
      isBehind: place < at && (stage.meaning === 'open' || stage.meaning === 'positive'),
      reachedOn: moves.find((move) => move.to === label)?.on ?? null,
    };
  });
}

async function tiedTo(context: Context, row: ObjectiveRecord) {
  const { db, actor, keys } = context;
  const meetings = await listInteractionsOfObjective(db, actor, row.id, TIED);
  const advice = await listAdviceOfObjective(db, actor, row.id, TIED);
  return {
    interactions: meetings.map((one) => ({
      ref: one.ref,
      on: one.occurred_on,
      level: levelName(one.level),
      kind: termLabel(context, one.kind_id),
      summary: one.level === 3 ? '' : one.summary,
      state: one.state,
    })),
    advice: advice.map((one) => ({
      ref: one.ref,
      on: one.given_on,
      level: levelName(one.level),
      text: one.level === 3 ? '' : clip(readText(keys, one.level, `advice|body|${one.ref}`, one.body)),
      status: termLabel(context, one.status_id),
      meaning: one.meaning,
      interactionRef: one.interaction_ref,
    })),
    followUps: await glanceFollowUps(
      context,
      await listOpenFollowUps(db, actor, { objectiveId: row.id }, TIED),
    ),
  };
}
