import type { FormErrors } from '../kernel/form-fields.ts';

export type SaveOutcome =
  | { outcome: 'saved'; ref: string }
  /** The same form was posted before: this is the record it made. */
  | { outcome: 'already-saved'; ref: string }
  /** The submission key was used before, with other content: the actor decides. */
  | { outcome: 'key-reused'; ref: string }
  | { outcome: 'refused'; errors: FormErrors };
