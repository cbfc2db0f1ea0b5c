import { levelName } from '#db/levels.ts';
import { listAccountNames } from '#db/queries/staff.ts';
import { filesOf, listAttachments } from '../attachments/list-attachments.server.ts';
import { mayCompleteFollowUp } from '../follow-ups/policy.ts';
import { recordOpening } from '../kernel/commit.server.ts';
import { today, type Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { readText } from '../kernel/sealed-text.server.ts';
import { isMuted } from '../notifications/mute-record.server.ts';
import { areaLabels, countryLabels, readingOf, spokenCode, termLabel } from '../reference/labels.server.ts';
import { labelOf } from '../reference/reference.server.ts';
import { partsOf } from './parts.server.ts';
import { objectiveTitle } from './name-objectives.server.ts';
import { mayEditInteraction, mayLogInteraction } from './policy.ts';
import { readHistory } from './read-history.server.ts';
import { readInteraction, type WholeInteraction } from './read-interaction.server.ts';

export type InteractionView = Awaited<ReturnType<typeof showInteraction>>;

const RESTRICTED = 2;

/**
 * An interaction as its page shows it. Opening a restricted or sealed one is recorded. An archived one is shown only
 * to those who could restore it.
 */
export async function showInteraction(context: Context, ref: string) {
  const whole = await readInteraction(context, ref);
  const mayEdit = mayEditInteraction(context.actor, {
    authorId: whole.author_id,
    owningTeamId: whole.owning_team_id,
    staffIds: whole.staff,
  });
  if (whole.archived_at !== null && !mayEdit) throw new NotFound();
  const mayPlan = mayEdit && whole.archived_at === null && whole.state !== 'held';
  if (whole.level >= RESTRICTED) {
    await recordOpening(context, {
      action: 'interaction.opened',
      noun: 'interaction',
      id: whole.id,
      ref,
      changes: {},
    });
  }
  const names = await accountNames(context, whole);
  const { whole: partOf, parts } = await partsOf(context, whole);
  return {
    ref,
    summary: whole.summary,
    notes: whole.notes,
    kind: termLabel(context, whole.kind_id),
    on: whole.occurred_on,
    until: whole.ended_on,
    time: whole.occurred_time,
    zone: whole.zone,
    place: whole.place,
    partOf,
    parts,
    state: whole.state,
    /** A planned meeting whose day has come can be marked as held. */
    mayHold:
      mayEdit &&
      whole.state === 'planned' &&
      whole.archived_at === null &&
      whole.occurred_on <= today(context),
    /** A planned meeting can be moved or cancelled, a cancelled one planned again. */
    mayPlan,
    cancelledReason: whole.cancelled_reason ?? '',
    /** For the form that moves it; elsewhere it would tell of edits that were about somebody hidden. */
    version: mayPlan ? whole.version : 0,
    mayEdit,
    mayLog: mayLogInteraction(context.actor),
    archivedAt: whole.archived_at,
    level: levelName(whole.level),
    readers: whole.readers.map((id) => names.get(id) ?? ''),
    readingTeams: readingTeams(context, whole),
    attribution: whole.attribution,
    countries: countryLabels(context, whole.countries),
    areas: areaLabels(context, whole.workAreas),
    instruments: whole.instruments.map((id) => {
      const { code, titles } = context.reference.instrumentById(id);
      return { code, spoken: spokenCode(code), title: labelOf(titles, context.actor.language) };
    }),
    objectives: whole.objectives.map((one) => ({ ref: one.ref, title: objectiveTitle(context, one) })),
    team: context.reference.teamById(whole.owning_team_id).name,
    author: names.get(whole.author_id) ?? '',
    loggedAt: whole.created_at,
    staff: whole.staff.map((id) => names.get(id) ?? ''),
    participants: participantsOf(whole),
    assessment: whole.assessment
      ? {
          text: whole.assessment.text,
          level: levelName(whole.assessment.level),
          author: names.get(whole.assessment.author_id) ?? '',
        }
      : null,
    advice: whole.advice.map((one) => adviceOf(context, one)),
    commitments: whole.commitments.map((one) => ({
      ref: one.ref,
      text: one.text,
      side: one.side,
      by:
        partnerNamed(one) ??
        (one.account_name === null ? null : { noun: 'account' as const, ref: '', name: one.account_name }),
      due: one.due_on,
      status: one.status,
      reason:
        one.reason === null
          ? ''
          : readText(context.keys, one.level, `commitment|reason|${one.ref}`, one.reason),
    })),
    followUps: whole.followUps.map((one) => ({
      ref: one.ref,
      title: one.title,
      assignee: one.assignee_name,
      due: one.due_on,
      open: one.meaning === 'open',
      mayComplete: whole.archived_at === null && mayCompleteFollowUp(context.actor, one),
      outcome:
        one.outcome === null
          ? ''
          : readText(context.keys, one.level, `follow_up|outcome|${one.ref}`, one.outcome),
    })),
    muted: await isMuted(context, 'interaction', whole.id),
    files: await showFiles(context, whole, mayEdit),
    history: await readHistory(context, whole),
    reading: readingOf(context),
  };
}

/** What lies beside it; nothing while it is archived. */
async function showFiles(context: Context, whole: WholeInteraction, mayEdit: boolean) {
  const lists = await listAttachments(context, 'interaction', whole.archived_at === null ? [whole.id] : []);
  const parent = { kind: 'interaction', ref: whole.ref } as const;
  return filesOf(context, parent, lists.get(whole.id) ?? [], mayEdit && whole.archived_at === null);
}

/** The owning team first, then those of the countries: they read it while it is confidential. */
function readingTeams({ reference }: Context, whole: WholeInteraction): string[] {
  const ids = [whole.owning_team_id, ...whole.countries.flatMap((id) => reference.countryById(id).teamIds)];
  return [...new Set(ids)].map((id) => reference.teamById(id).name);
}

async function accountNames({ db }: Context, whole: WholeInteraction): Promise<Map<number, string>> {
  const ids = [
    whole.author_id,
    ...whole.staff,
    ...whole.readers,
    ...(whole.assessment ? [whole.assessment.author_id] : []),
  ];
  return new Map((await listAccountNames(db, ids)).map((row) => [row.id, row.name]));
}

function participantsOf(whole: WholeInteraction) {
  return whole.participants.map((one) => ({
    ref: one.ref,
    person: one.person_ref === null ? null : { ref: one.person_ref, name: one.person_name ?? '' },
    isCodeName: one.is_code_name === 1,
    atRisk: one.at_risk === 1,
    title: one.title_then,
    organisation:
      one.organisation_ref === null
        ? null
        : { ref: one.organisation_ref, name: one.organisation_then ?? one.organisation_name ?? '' },
    group:
      one.headcount === null ? null : { headcount: one.headcount, women: one.women, label: one.group_label },
  }));
}

/** A person, or else an organisation, by name and address. */
function partnerNamed(row: {
  person_ref: string | null;
  person_name: string | null;
  organisation_ref: string | null;
  organisation_name: string | null;
}) {
  if (row.person_ref !== null) {
    return { noun: 'person' as const, ref: row.person_ref, name: row.person_name ?? '' };
  }
  if (row.organisation_ref === null) return null;
  return { noun: 'organisation' as const, ref: row.organisation_ref, name: row.organisation_name ?? '' };
}

function adviceOf(context: Context, one: WholeInteraction['advice'][number]) {
  const { reference, actor } = context;
  const instrument = one.instrument_id === null ? null : reference.instrumentById(one.instrument_id);
  const provision = one.provision_id === null ? null : reference.provisionById(one.provision_id);
  const status = reference.termById(one.status_id);
  return {
    ref: one.ref,
    text: one.text,
    topic: termLabel(context, one.topic_id),
    recipients: one.recipients.flatMap((recipient) => partnerNamed(recipient) ?? []),
    instrument: instrument && { code: instrument.code, spoken: spokenCode(instrument.code) },
    provision: provision && { code: provision.code, heading: labelOf(provision.headings, actor.language) },
    status: labelOf(status.labels, actor.language),
    meaning: one.meaning,
  };
}
