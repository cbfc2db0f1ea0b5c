import type { NewParticipant } from '../interactions/change-form.ts';
import { blankParticipant } from '../interactions/form.ts';

/** A partner who may be meant: what pickers show, and the row of the form that picking makes. */
export interface PartnerSuggestion {
  /** `organisation:<ref>`, or `person:<ref>:<position ref or ''>`. */
  token: string;
  name: string;
  /** Second line: title and organisation, or country. */
  detail: string;
  /** A word of warning: the post has ended. */
  note: string;
  participant: NewParticipant;
}

/** What a pasted or typed line may mean. */
export interface LineMatch {
  line: string;
  /** Likeliest first. */
  choices: PartnerSuggestion[];
  /** The first choice is surely the one that is meant. */
  certain: boolean;
  /** What the line becomes where none of the choices is meant: a person, an organisation or a group to add. */
  fresh: NewParticipant;
}

/** A participant to be added, with an empty place in the form. */
export function newParticipant(
  kind: NewParticipant['kind'],
  filled: Partial<Omit<NewParticipant, 'kind'>>,
): NewParticipant {
  const { key: _key, ...blank } = blankParticipant('', kind);
  return { ...blank, ...filled };
}
