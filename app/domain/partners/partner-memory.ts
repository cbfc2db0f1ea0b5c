/** What one wants to remember of a partner while writing: the last exchanges and the promises still open. */
export interface PartnerMemory {
  ref: string;
  /** "Ministry of Justice, Togo" */
  title: string;
  latest: { ref: string; on: string; summary: string }[];
  promises: { ref: string; interaction: string; text: string; dueOn: string }[];
}
