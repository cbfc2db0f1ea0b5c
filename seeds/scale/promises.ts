import { makeRef } from '#app/domain/kernel/refs.ts';
import { dayAfter } from '../random.ts';
import type { Logged } from './interactions.ts';
import { textAt, type ScalePlan } from './plan.ts';
import { advices, promises, tasks } from './wording.ts';

const nextIds = new WeakMap<ScalePlan, { advice: number; commitment: number; follow_up: number }>();

function nextId(plan: ScalePlan, table: 'advice' | 'commitment' | 'follow_up'): number {
  let ids = nextIds.get(plan);
  if (!ids) nextIds.set(plan, (ids = { advice: 1, commitment: 1, follow_up: 1 }));
  ids[table] += 1;
  return ids[table] - 1;
}

/** What an interaction gives rise to: half a piece of advice, half a follow-up and a tenth of a promise on average. */
export function addPromises(plan: ScalePlan, logged: Logged): void {
  const { chance } = plan;
  if (logged.held && chance.happens(0.36)) {
    addAdvice(plan, logged);
    if (chance.happens(0.45)) addAdvice(plan, logged);
  }
  if (chance.happens(0.1)) addCommitment(plan, logged);
  if (chance.happens(0.42)) {
    addFollowUp(plan, logged);
    if (chance.happens(0.2)) addFollowUp(plan, logged);
  }
}

const common = (logged: Logged) => ({
  level: logged.level,
  owning_team_id: logged.author.teamId,
  author_id: logged.author.accountId,
  created_at: logged.at,
  updated_at: logged.at,
  archived_at: null,
  archived_by_id: null,
});

function addAdvice(plan: ScalePlan, logged: Logged): void {
  const { chance, rows, reference } = plan;
  const id = nextId(plan, 'advice');
  const ref = makeRef(chance.bytes);
  const [topic, text] = chance.pick(advices);
  const path = [
    'given',
    ...(chance.happens(0.6) ? ['acknowledged'] : []),
    ...(chance.happens(0.35) ? [lastStep(plan)] : []),
  ];
  const status = reference.term('advice_status', path.at(-1) ?? 'given');
  rows.add('advice', {
    id,
    ref,
    interaction_id: logged.id,
    topic_id: reference.term('advice_topic', topic).id,
    body: textAt(plan, logged.level, `advice|body|${ref}`, text),
    instrument_id: chance.happens(0.5) ? (reference.findInstrument('OPCAT')?.id ?? null) : null,
    provision_id: null,
    given_on: logged.occurredOn,
    status_id: status.id,
    meaning: status.meaning ?? 'open',
    ...common(logged),
  });
  for (const { id: organisation_id } of logged.organisations) {
    rows.add('advice_recipient', { advice_id: id, organisation_id, person_id: null });
  }
  for (const work_area_id of logged.areaIds)
    rows.add('advice_work_area', { advice_id: id, work_area_id, given_on: logged.occurredOn });
  for (const country_id of logged.countryIds)
    rows.add('advice_country', { advice_id: id, country_id, given_on: logged.occurredOn });
  for (const principal_id of logged.principals) rows.add('advice_reader', { advice_id: id, principal_id });
  path.forEach((code, step) => {
    rows.add('advice_step', {
      ref: makeRef(chance.bytes),
      advice_id: id,
      status_id: reference.term('advice_status', code).id,
      occurred_on: dayAfter(new Date(logged.occurredOn), step * 40),
      evidence: step === 0 ? 'interaction' : 'staff_judgement',
      evidence_interaction_id: step === 0 ? logged.id : null,
      note: null,
      contribution: null,
      author_id: logged.author.accountId,
      created_at: logged.at,
    });
  });
}

const lastStep = ({ chance }: ScalePlan): string =>
  chance.pick([
    'partly_adopted',
    'adopted',
    'adopted',
    'in_practice',
    'rejected',
    'lapsed',
    'superseded',
    'withdrawn',
  ]);

function addCommitment(plan: ScalePlan, logged: Logged): void {
  const { chance, rows } = plan;
  const id = nextId(plan, 'commitment');
  const ref = makeRef(chance.bytes);
  const theirs = chance.happens(0.7);
  const due = dayAfter(new Date(logged.occurredOn), 20 + chance.below(150));
  const past = due < plan.now.toISOString().slice(0, 10);
  const status = past ? chance.pick(['open', 'kept', 'kept', 'broken'] as const) : 'open';
  rows.add('commitment', {
    id,
    ref,
    interaction_id: logged.id,
    body: textAt(plan, logged.level, `commitment|body|${ref}`, chance.pick(promises)),
    side: theirs ? 'theirs' : 'ours',
    by_organisation_id: theirs ? (logged.organisations[0]?.id ?? null) : null,
    by_person_id: null,
    by_account_id: theirs ? null : logged.author.accountId,
    made_on: logged.occurredOn,
    due_on: due,
    status,
    closed_on: status === 'open' ? null : due,
    reason: null,
    ...common(logged),
  });
  for (const work_area_id of logged.areaIds)
    rows.add('commitment_work_area', { commitment_id: id, work_area_id });
  for (const country_id of logged.countryIds)
    rows.add('commitment_country', { commitment_id: id, country_id, status, due_on: due });
  for (const principal_id of logged.principals)
    rows.add('commitment_reader', { commitment_id: id, principal_id });
}

function addFollowUp(plan: ScalePlan, logged: Logged): void {
  const { chance, rows, reference } = plan;
  const id = nextId(plan, 'follow_up');
  const ref = makeRef(chance.bytes);
  const due_on = dayAfter(new Date(logged.occurredOn), 3 + chance.below(60));
  const past = due_on < plan.now.toISOString().slice(0, 10);
  const code = past && chance.happens(0.96) ? (chance.happens(0.9) ? 'done' : 'dropped') : 'open';
  const status = reference.term('follow_up_status', code);
  const meaning = status.meaning ?? 'open';
  const done = code === 'done';
  rows.add('follow_up', {
    id,
    ref,
    interaction_id: logged.id,
    advice_id: null,
    commitment_id: null,
    title: textAt(plan, logged.level, `follow_up|title|${ref}`, chance.pick(tasks)),
    assignee_id: logged.author.accountId,
    due_on,
    priority: chance.happens(0.15) ? 'high' : 'normal',
    status_id: status.id,
    meaning,
    done_at: done ? `${due_on}T15:00:00.000Z` : null,
    done_by_id: done ? logged.author.accountId : null,
    outcome: null,
    ...common(logged),
  });
  for (const work_area_id of logged.areaIds)
    rows.add('follow_up_work_area', { follow_up_id: id, work_area_id, meaning, due_on });
  for (const country_id of logged.countryIds)
    rows.add('follow_up_country', { follow_up_id: id, country_id, meaning, due_on });
  for (const principal_id of logged.principals)
    rows.add('follow_up_reader', { follow_up_id: id, principal_id });
}
