/** A draft in a list: enough to know it again. */
export interface DraftGlance {
  ref: string;
  /** The interaction that was being edited; '' for a new one. */
  subject: string;
  summary: string;
  partners: string[];
  /** ISO, UTC. */
  keptAt: string;
}
