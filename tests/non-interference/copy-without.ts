import { sql } from 'kysely';
import type { Db } from '#db/client.ts';
import type { Database } from '#db/schema/database.ts';
import { tallyRecounts } from '../tally-faults.ts';
import { filesOn } from './gone-files.ts';
import type { Hidden } from './naive-rule.ts';

type Row = Record<string, unknown>;
type Keep = (row: Row) => boolean;

/** Tables in an order in which every row points back, and which of their rows stand on something hidden. */
const TABLES: [table: keyof Database, keep?: (gone: Gone) => Keep][] = [
  ['principal'],
  ['team'],
  ['account'],
  ['account_role'],
  ['account_team'],
  ['reference_revision'],
  ['term'],
  ['term_label'],
  ['country'],
  ['team_country'],
  ['instrument'],
  ['provision'],
  ['treaty_status'],
  ['preventive_mechanism'],
  ['international_body'],
  ['upr_review'],
  ['organisation'],
  ['organisation_name'],
  ['organisation_word'],
  ['person', (gone) => (row) => !gone.people.has(Number(row['id']))],
  ['person_named_reader', (gone) => gone.noPerson],
  ['person_reader', (gone) => gone.noPerson],
  ['person_word', (gone) => gone.noPerson],
  ['position', (gone) => gone.noPerson],
  ['circle'],
  ['circle_team'],
  ['interaction', (gone) => (row) => !gone.interactions.has(Number(row['id']))],
  ['interaction_country', (gone) => gone.noInteraction],
  ['interaction_work_area', (gone) => gone.noInteraction],
  ['interaction_instrument', (gone) => gone.noInteraction],
  ['interaction_staff', (gone) => gone.noInteraction],
  ['interaction_named_reader', (gone) => gone.noInteraction],
  ['interaction_reader', (gone) => gone.noInteraction],
  ['interaction_participant', (gone) => (row) => gone.noInteraction(row) && gone.noPerson(row)],
  ['assessment', (gone) => (row) => gone.noInteraction(row) && !gone.assessments.has(Number(row['id']))],
  ['assessment_named_reader', (gone) => gone.noAssessment],
  ['assessment_reader', (gone) => gone.noAssessment],
  ['stage_fact'],
  ['objective', (gone) => (row) => !gone.objectives.has(Number(row['id']))],
  ['objective_named_reader', (gone) => gone.noObjective],
  ['objective_reader', (gone) => gone.noObjective],
  ['advice', (gone) => (row) => !gone.advice.has(Number(row['id']))],
  ['advice_recipient', (gone) => (row) => gone.noAdvice(row) && gone.noPerson(row)],
  ['advice_work_area', (gone) => gone.noAdvice],
  ['advice_country', (gone) => gone.noAdvice],
  ['advice_reader', (gone) => gone.noAdvice],
  ['advice_step', (gone) => gone.noAdvice],
  ['commitment', (gone) => gone.noInteraction],
  ['commitment_work_area', (gone) => gone.noCommitment],
  ['commitment_country', (gone) => gone.noCommitment],
  ['commitment_reader', (gone) => gone.noCommitment],
  ['follow_up', (gone) => (row) => !gone.followUps.has(Number(row['id']))],
  ['follow_up_work_area', (gone) => gone.noFollowUp],
  ['follow_up_country', (gone) => gone.noFollowUp],
  ['follow_up_reader', (gone) => gone.noFollowUp],
  // what came later; rows on something hidden go with it
  ['objective_move', (gone) => gone.noObjective],
  ['objective_stance', (gone) => (row) => !gone.stances.has(Number(row['id']))],
  ['interaction_objective', (gone) => (row) => gone.noInteraction(row) && gone.noObjective(row)],
  ['deadline_rule'],
  ['review'],
  ['review_deadline'],
  ['recommendation'],
  ['recommendation_work_area'],
  ['recommendation_advice', (gone) => gone.noAdvice],
  ['recommendation_objective', (gone) => gone.noObjective],
  ['recommendation_interaction', (gone) => gone.noInteraction],
  ['stored_file'],
  ['attachment', (gone) => (row) => !gone.attachments.has(Number(row['id']))],
  ['attachment_reader', (gone) => (row) => !gone.attachments.has(Number(row['attachment_id']))],
  ['calendar_feed'],
  ['notification', (gone) => gone.noTold],
  ['notification_preference'],
  ['notification_mute', (gone) => gone.noTold],
  ['outbox_message', (gone) => (row) => !gone.notifications.has(Number(row['notification_id']))],
  ['audit_event', (gone) => gone.noEvent],
  ['audit_value', (gone) => (row) => !gone.events.has(Number(row['event_id']))],
  ['audit_head'],
];

interface Gone extends Hidden {
  events: Set<number>;
  advice: Set<number>;
  followUps: Set<number>;
  stances: Set<number>;
  noObjective: Keep;
  notifications: Set<number>;
  noTold: Keep;
  attachments: Set<number>;
  noPerson: Keep;
  noInteraction: Keep;
  noAssessment: Keep;
  noAdvice: Keep;
  noCommitment: Keep;
  noFollowUp: Keep;
  noEvent: Keep;
}

/** Copies `from` into the migrated, empty `to`, leaving out what is hidden and all that hangs on it. */
export async function copyWithout(from: Db, to: Db, hidden: Hidden): Promise<void> {
  const gone = await everythingGone(from, hidden);
  for (const [table] of [...TABLES].reverse()) {
    if (!['audit_event', 'audit_value'].includes(table)) await to.deleteFrom(table).execute();
  }
  for (const [table, keep] of TABLES) {
    const rows = (await sql<Row>`select * from ${sql.table(table)}`.execute(from)).rows;
    const kept = keep ? rows.filter(keep(gone)) : rows;
    if (kept.length > 0 && 'id' in (kept[0] ?? {})) kept.sort((a, b) => Number(a['id']) - Number(b['id']));
    for (const row of kept) {
      if (table === 'interaction' && gone.interactions.has(Number(row['part_of_id'])))
        row['part_of_id'] = null;
      // what was shown in a hidden meeting reads as our own judgement
      if (table === 'objective_move' && gone.interactions.has(Number(row['evidence_interaction_id'])))
        Object.assign(row, { evidence_interaction_id: null, evidence: 'staff_judgement' });
      if (table === 'advice_step' && gone.interactions.has(Number(row['evidence_interaction_id'])))
        Object.assign(row, {
          evidence_interaction_id: null,
          evidence: row['evidence_link'] === null ? 'staff_judgement' : 'document',
        });
      if (table === 'objective_stance' && gone.interactions.has(Number(row['interaction_id'])))
        row['interaction_id'] = null;
      if (table === 'follow_up' && gone.interactions.has(Number(row['done_interaction_id'])))
        row['done_interaction_id'] = null;
      if (table === 'commitment' && gone.people.has(Number(row['by_person_id']))) row['by_person_id'] = null;
    }
    for (let at = 0; at < kept.length; at += 200) await insert(to, table, kept.slice(at, at + 200));
  }
  for (const [table, [, counted]] of Object.entries(tallyRecounts)) {
    const rows = (await sql.raw<Row>(counted).execute(to)).rows;
    if (rows.length > 0) await insert(to, table, rows);
  }
}

async function insert(db: Db, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((one) => sql.ref(one)))}) values ${sql.join(values)}`.execute(
    db,
  );
}

async function everythingGone(db: Db, hidden: Hidden): Promise<Gone> {
  const none =
    (column: string, ids: Set<number>): Keep =>
    (row) =>
      row[column] === null || !ids.has(Number(row[column]));
  const noInteraction = none('interaction_id', hidden.interactions);
  const noObjective = none('objective_id', hidden.objectives);
  const childrenOf = async (table: 'advice' | 'commitment' | 'follow_up') => {
    const rows = await db.selectFrom(table).selectAll().execute();
    // what was born in a meeting and serves an objective is read by those who read both
    const isGone = (row: Row) => !noInteraction(row) || ('objective_id' in row && !noObjective(row));
    return new Set(rows.filter((row) => isGone({ ...row })).map((row) => row.id));
  };
  const advice = await childrenOf('advice');
  const commitments = await childrenOf('commitment');
  const followUps = await childrenOf('follow_up');
  const noPerson = none('person_id', hidden.people);
  const stances = new Set(
    (await db.selectFrom('objective_stance').selectAll().execute())
      .filter((row) => !noObjective({ ...row }) || !noPerson({ ...row }))
      .map((row) => row.id),
  );
  const attachments = await filesOn(db, { ...hidden, advice });
  const byNoun: Record<string, Set<number>> = {
    interaction: hidden.interactions,
    person: hidden.people,
    assessment: hidden.assessments,
    advice,
    commitment: commitments,
    follow_up: followUps,
    objective: hidden.objectives,
    stance: stances,
    attachment: attachments,
  };
  const events = await db.selectFrom('audit_event').select(['id', 'noun', 'record_id']).execute();
  const goneEvents = new Set(
    events
      .filter((row) => row.record_id !== null && byNoun[row.noun]?.has(row.record_id))
      .map((row) => row.id),
  );
  const noTold: Keep = (row) => !byNoun[String(row['noun'])]?.has(Number(row['record_id']));
  const told = await db.selectFrom('notification').select(['id', 'noun', 'record_id']).execute();
  return {
    ...hidden,
    events: goneEvents,
    advice,
    followUps,
    stances,
    noObjective,
    notifications: new Set(told.filter((row) => !noTold(row)).map((row) => row.id)),
    noTold,
    attachments,
    noPerson,
    noInteraction,
    noAssessment: none('assessment_id', hidden.assessments),
    noAdvice: none('advice_id', advice),
    noCommitment: none('commitment_id', commitments),
    noFollowUp: none('follow_up_id', followUps),
    noEvent: (row) => !goneEvents.has(Number(row['id'])),
  };
}
