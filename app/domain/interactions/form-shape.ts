import { LIMITS } from '../kernel/fields.ts';

/** How the posted form is read: which names may come more than once, and how much each may hold. */
export const INTERACTION_SHAPE = {
  lists: [
    'countries',
    'workAreas',
    'instruments',
    'objectives',
    'staff',
    'readers',
    'assessmentReaders',
    'untold',
    'recipients',
  ],
  limits: {
    notes: LIMITS.notes,
    assessment: LIMITS.prose,
    text: LIMITS.prose,
    query: 10_000,
    base: 1_000_000,
    theirs: LIMITS.notes,
  },
};
