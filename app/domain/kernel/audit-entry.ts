/** What happened, in the words of the audit: a noun and a past participle. */
export type AuditAction =
  | 'account.set-up'
  | 'account.invited'
  | 'account.changed'
  | 'account.disabled'
  | 'account.enabled'
  | 'account.signed-in'
  | 'account.sign-in-refused'
  | 'account.signed-out'
  | 'account.password-changed'
  | 'team.created'
  | 'team.changed'
  | 'organisation.created'
  | 'person.created'
  | 'person.opened'
  | 'position.created'
  | 'interaction.logged'
  | 'interaction.edited'
  | 'interaction.held'
  | 'interaction.cancelled'
  | 'interaction.reinstated'
  | 'interaction.rescheduled'
  | 'interaction.archived'
  | 'interaction.restored'
  | 'interaction.opened'
  | 'interactions.exported'
  | 'assessment.written'
  | 'assessment.edited'
  | 'advice.given'
  | 'advice.edited'
  | 'advice.removed'
  | 'advice.moved'
  | 'advice.step-edited'
  | 'advice.archived'
  | 'advice.restored'
  | 'advice.opened'
  | 'advice.exported'
  | 'commitment.made'
  | 'commitment.edited'
  | 'commitment.removed'
  | 'commitment.settled'
  | 'commitment.reopened'
  | 'commitments.exported'
  | 'follow-up.created'
  | 'follow-up.edited'
  | 'follow-up.removed'
  | 'follow-up.completed'
  | 'follow-up.reopened'
  | 'follow-up.restored'
  | 'follow-up.snoozed'
  | 'follow-up.woken'
  | 'follow-up.reassigned'
  | 'follow-up.taken-back'
  | 'follow-up.moved'
  | 'follow-ups.exported'
  | 'objective.set'
  | 'objective.edited'
  | 'objective.moved'
  | 'objective.moved-back'
  | 'objective.opened'
  | 'objectives.exported'
  | 'objective.archived'
  | 'objective.restored'
  | 'stance.observed'
  | 'stance.withdrawn'
  | 'review.scheduled'
  | 'review.edited'
  | 'review.archived'
  | 'review.restored'
  | 'reviews.exported'
  | 'deadline.set'
  | 'deadline.edited'
  | 'deadline.moved'
  | 'deadline.completed'
  | 'deadline.reopened'
  | 'deadline.removed'
  | 'deadline.restored'
  | 'recommendation.recorded'
  | 'recommendation.edited'
  | 'recommendation.answered'
  | 'recommendation.archived'
  | 'recommendation.restored'
  | 'recommendation.linked'
  | 'recommendation.unlinked'
  | 'recommendations.exported'
  | 'attachment.added'
  | 'attachment.opened'
  | 'attachment.archived'
  | 'attachment.restored'
  | 'feed.opened'
  | 'feed.revoked'
  | 'preference.changed'
  | 'mail.retried'
  | 'reference.loaded';

export type AuditNoun =
  | 'account'
  | 'team'
  | 'organisation'
  | 'person'
  | 'position'
  | 'interaction'
  | 'assessment'
  | 'advice'
  | 'commitment'
  | 'follow_up'
  | 'objective'
  | 'stance'
  | 'review'
  | 'recommendation'
  | 'attachment'
  | 'feed'
  | 'preference'
  | 'mail'
  | 'reference';

/** A field's value before and after. People and organisations appear as refs, never as names. */
export type Change = [before: unknown, after: unknown];

export interface AuditEntry {
  action: AuditAction;
  noun: AuditNoun;
  id: number | null;
  ref: string | null;
  changes: Record<string, Change>;
  /** Values of a sealed record are sealed too. */
  sealed?: boolean;
}

/** The fields that differ, each with both values; equal ones are left out. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, Change> {
  const changes: Record<string, Change> = {};
  for (const field of Object.keys(after)) {
    if (JSON.stringify(before[field]) !== JSON.stringify(after[field])) {
      changes[field] = [before[field] ?? null, after[field] ?? null];
    }
  }
  return changes;
}
