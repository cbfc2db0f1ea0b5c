import type { MoveKind } from '#app/domain/advice/statuses.ts';
import type { CONTRIBUTIONS, EVIDENCE } from '#app/domain/advice/step-form.ts';

type Contribution = (typeof CONTRIBUTIONS)[number];
type Evidence = (typeof EVIDENCE)[number];

export const CONTRIBUTION_WORDS: Record<Contribution, string> = {
  possible: 'Possible',
  plausible: 'Plausible',
  substantiated: 'Substantiated',
};

export const EVIDENCE_WORDS: Record<Evidence, string> = {
  interaction: 'A meeting, call or letter of ours',
  document: 'A document',
  staff_judgement: 'The judgement of our staff',
};

/** What is said of a step that is no step forward. */
export const KIND_WORDS: Record<MoveKind, string> = {
  onward: '',
  back: 'turned back',
  down: '',
  end: '',
  again: 'taken up again',
};

/** Over the choices of the next step. */
export const KIND_GROUPS: Record<MoveKind, string> = {
  onward: 'Onward',
  back: 'Turned back',
  down: 'Turned down',
  end: 'Ended otherwise',
  again: 'Taken up again',
};
