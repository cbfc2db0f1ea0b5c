/** Something that can be picked: what the form posts, what the reader sees. */
export interface Choice {
  value: string;
  label: string;
  /** Second line: position and organisation, country, the old name that matched. */
  detail?: string;
  /** A word at the end: "similar name", "left in 2024". */
  note?: string;
  /** Not known yet: will be created with the form. */
  fresh?: boolean;
}

/** Finds by name, acronym or old name. Called while typing; must honour the signal. */
export type Search = (query: string, signal: AbortSignal) => Promise<readonly Choice[]>;

/** What typing can make, where nothing fits: the words of the offer and the choice it becomes. */
export interface Creation {
  /** "New person “{text}”". */
  offer: string;
  make: (text: string) => Choice;
  /** Only offered for such a text; always, unless given. */
  when?: (text: string) => boolean;
}
