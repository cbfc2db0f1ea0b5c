import type { FollowUpGlance } from '#app/domain/follow-ups/glance-follow-ups.server.ts';

type Priority = FollowUpGlance['priority'];
type Recurrence = NonNullable<FollowUpGlance['recurrence']>;

export const RECURRENCE_WORDS: Record<Recurrence, string> = {
  weekly: 'Every week',
  monthly: 'Every month',
  quarterly: 'Every quarter',
  yearly: 'Every year',
};

export const PRIORITY_WORDS: Record<Priority, string> = { low: 'Low', normal: 'Normal', high: 'High' };
