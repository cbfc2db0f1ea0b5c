import { levelName } from '#db/levels.ts';
import {
  findVisibleAdviceRecord,
  listAdviceSteps,
  type AdviceRecord,
  type AdviceStepRow,
} from '#db/queries/advice-record.ts';
import { listHistory } from '#db/queries/audit.ts';
import { listPromiseLinks, listVisibleRecipients } from '#db/queries/interaction-reads.ts';
import { listFilesOfParts } from '../attachments/list-attachments.server.ts';
import { mayLogInteraction } from '../interactions/policy.ts';
import { tellHistory } from '../interactions/read-history.server.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { isRef } from '../kernel/refs.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { isMuted } from '../notifications/mute-record.server.ts';
import { areaLabels, countryLabels, readingOf, spokenCode, termLabel } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { partnerLink } from './glance-advice.server.ts';
import { daysFrom } from './median.ts';
import { offerEvidence } from './offer-evidence.server.ts';
import { mayEditAdvice } from './policy.ts';
import { statusLabel, statusTerms } from './status-terms.server.ts';
import { isStage, kindOfMove, needsReason, takesContribution } from './statuses.ts';
import { blankStep } from './step-form.ts';
import { knownEvidence, readStepTexts } from './step-texts.server.ts';

const RESTRICTED = 2;
const SEALED = 3;
const MOST_HISTORY = 100;

/** A piece of advice as its page shows it: what it says, and the chain of what became of it. */
export async function showAdvice(context: Context, ref: string) {
  const { db, actor } = context;
  const advice = isRef(ref) ? await findVisibleAdviceRecord(db, actor, ref) : undefined;
  if (!advice) throw new NotFound();
  const isPutAway = advice.archived_at !== null || advice.origin_archived_at !== null;
  const isOwn = mayEditAdvice(actor, advice);
  if (isPutAway && !isOwn) throw new NotFound();
  if (advice.level >= RESTRICTED) {
    await recordOpening(context, {
      action: 'advice.opened',
      noun: 'advice',
      id: advice.id,
      ref,
      changes: {},
    });
  }
  const links = (await listPromiseLinks(db, 'advice', [advice.id])).get(advice.id);
  const recipients = await listVisibleRecipients(db, actor, [advice.id]);
  const steps = await listAdviceSteps(db, actor, advice.id);
  const mayMove = isOwn && !isPutAway;
  const files = await listFilesOfParts(context, 'advice_step', isPutAway ? [] : partsOf(advice, steps));
  const history = [
    ...(await listHistory(db, 'advice', [advice.id], MOST_HISTORY)),
    ...(await listHistory(db, 'attachment', files.ids, MOST_HISTORY)),
  ].sort((a, b) => b.id - a.id);
  return {
    ref,
    text: readText(context.keys, advice.level, `advice|body|${ref}`, advice.body),
    level: levelName(advice.level),
    topic: termLabel(context, advice.topic_id),
    on: advice.given_on,
    author: advice.author_name,
    team: context.reference.teamById(advice.owning_team_id).name,
    status: statusLabel(context, advice.status_id),
    meaning: advice.meaning,
    recipients: recipients.flatMap(partnerLink),
    subject: subjectOf(context, advice),
    objective: objectiveOf(advice),
    countries: countryLabels(context, links?.countries ?? []),
    areas: areaLabels(context, links?.workAreas ?? []),
    origin: originOf(advice),
    isArchived: advice.archived_at !== null,
    isOriginArchived: advice.archived_at === null && advice.origin_archived_at !== null,
    mayMove,
    mayRestore: isOwn && advice.archived_at !== null && advice.origin_archived_at === null,
    mayLog: mayLogInteraction(actor),
    stages: stagesOf(context, steps),
    steps: steps.map((step, place) => ({
      ...stepOf(context, advice, step, steps[place - 1]),
      files: files.views.get(step.ref) ?? null,
    })),
    next: mayMove ? await nextStep(context, advice, { links, recipients, steps }) : null,
    muted: await isMuted(context, 'advice', advice.id),
    history: await tellHistory(context, history.slice(0, MOST_HISTORY)),
    reading: readingOf(context),
  };
}

export type AdviceView = Awaited<ReturnType<typeof showAdvice>>;
export type StepView = AdviceView['steps'][number];

/** Whoever gave it, whoever recorded the step and the team may add what shows it. */
function partsOf(advice: AdviceRecord, steps: readonly AdviceStepRow[]) {
  return steps.map(({ id, ref, author_id }) => ({
    id,
    ref,
    owned: { peopleIds: [advice.author_id, author_id], owningTeamId: advice.owning_team_id },
  }));
}

function subjectOf({ reference, actor }: Context, advice: AdviceRecord) {
  if (advice.instrument_id === null) return null;
  const { code, titles } = reference.instrumentById(advice.instrument_id);
  const provision = advice.provision_id === null ? null : reference.provisionById(advice.provision_id);
  return {
    code,
    spoken: spokenCode(code),
    title: labelOf(titles, actor.language),
    provision: provision && { code: provision.code, heading: labelOf(provision.headings, actor.language) },
  };
}

/** The words of a sealed meeting are read on its own page, where that is recorded. */
function originOf(advice: AdviceRecord) {
  if (advice.origin_ref === null || advice.origin_on === null) return null;
  const summary = advice.origin_level === SEALED ? '' : (advice.origin_summary ?? '');
  return { ref: advice.origin_ref, on: advice.origin_on, summary };
}

function objectiveOf(advice: AdviceRecord) {
  if (advice.objective_ref === null) return null;
  return {
    ref: advice.objective_ref,
    title: advice.objective_level === SEALED ? '' : (advice.objective_title ?? ''),
  };
}

/** The way from given to practice: when each stage was reached, and where it stands now. */
function stagesOf(context: Context, steps: readonly AdviceStepRow[]) {
  const current = steps.at(-1);
  return statusTerms(context.reference)
    .filter(isStage)
    .map(({ id, code }) => ({
      code,
      label: statusLabel(context, id),
      on: steps.findLast((step) => step.status_id === id)?.occurred_on ?? null,
      isCurrent: current?.status_id === id,
    }));
}

function stepOf(
  context: Context,
  advice: AdviceRecord,
  step: AdviceStepRow,
  before: AdviceStepRow | undefined,
) {
  const { reference, keys } = context;
  const status = { ...reference.termById(step.status_id) };
  const meaning = status.meaning ?? 'open';
  const from = before && { ...reference.termById(before.status_id) };
  return {
    ref: step.ref,
    on: step.occurred_on,
    status: statusLabel(context, step.status_id),
    meaning,
    kind: from ? kindOfMove({ ...from, meaning: from.meaning ?? 'open' }, { ...status, meaning }) : undefined,
    days: before ? daysFrom(before.occurred_on, step.occurred_on) : null,
    evidence: knownEvidence(step),
    meeting:
      step.shown_ref === null
        ? null
        : {
            ref: step.shown_ref,
            on: step.shown_on ?? '',
            summary: step.shown_level === SEALED ? '' : (step.shown_summary ?? ''),
          },
    contribution: step.contribution,
    texts: readStepTexts(keys, advice.level, step),
    author: step.author_name,
  };
}

/** An empty form for the next step, and what can be chosen in it. */
async function nextStep(
  context: Context,
  advice: AdviceRecord,
  {
    links,
    recipients,
    steps,
  }: {
    links: { countries: number[] } | undefined;
    recipients: { organisation_id: number | null }[];
    steps: readonly AdviceStepRow[];
  },
) {
  const terms = statusTerms(context.reference);
  const current = terms.find(({ id }) => id === advice.status_id) ?? {
    ...context.reference.termById(advice.status_id),
    meaning: advice.meaning,
  };
  return {
    form: blankStep(advice.version, today(context)),
    earliest: steps.at(-1)?.occurred_on ?? advice.given_on,
    statuses: terms.flatMap((term) => {
      const kind = kindOfMove(current, term);
      if (!kind) return [];
      return [
        {
          value: term.code,
          label: statusLabel(context, term.id),
          kind,
          needsReason: needsReason(current, term),
          takesContribution: takesContribution(term),
        },
      ];
    }),
    meetings: await offerEvidence(context, {
      countryId: links?.countries[0],
      organisationId: recipients.find((one) => one.organisation_id !== null)?.organisation_id ?? undefined,
      from: advice.given_on,
    }),
  };
}
