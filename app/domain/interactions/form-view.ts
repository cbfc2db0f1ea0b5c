import type { FormErrors } from '../kernel/form-fields.ts';
import type { DraftGlance } from '../drafts/draft-glance.ts';
import type { LineMatch, PartnerSuggestion } from '../partners/suggestion.ts';
import type { PartnerMemory } from '../partners/partner-memory.ts';
import type { FormChoices, Named } from './form-choices.ts';
import type { InteractionForm } from './form.ts';

/** Who will read an interaction as its form stands now. */
export interface AudiencePreview {
  /** False where everybody with an account that reads records will. */
  limited: boolean;
  names: string[];
}

/** The same field, written by two people since both opened the record. */
export interface FieldConflict {
  /** The name the choice is posted under: the field's own, such as `summary` or `advice.0.text`. */
  field: string;
  mine: string;
  theirs: string;
}

/** All that the page of the form shows, whoever makes it: the loader, a button without script, a refused save. */
export interface FormView {
  form: InteractionForm;
  /** Ref of the interaction being edited; '' on a new one. */
  subject: string;
  choices: FormChoices;
  errors: FormErrors;
  audience: AudiencePreview;
  memory: PartnerMemory | null;
  /** Lines typed under "Participants" that may mean several partners or somebody new. */
  matches: LineMatch[];
  /** By key of a participant who would be new: partners with such a name. */
  similar: Record<string, PartnerSuggestion[]>;
  /** By list field: what was looked up, and what there is of that name. */
  lookups: Record<string, { query: string; found: Named[] }>;
  drafts: DraftGlance[];
  /** Name of the field that gets the focus. */
  focus: string;
  /** Ref of the record that the same form made before, where it has been changed since. */
  savedAs: string;
  /** The form as it was when the record was opened, in JSON; '' on a new one. */
  base: string;
  conflicts: FieldConflict[];
  /** Who saved the other version, and when (ISO, UTC). */
  conflictBy: { name: string; at: string } | null;
  /** The follow-up that saving completes; its title is '' where only its page shows it. */
  fulfils: { ref: string; title: string } | null;
}
