import type { Keys } from '../kernel/keys.server.ts';
import { readText, storedText } from '../kernel/sealed-text.server.ts';

/** What is copied of a participant as it was that day: words that tell who came, sealed with a sealed interaction. */
export interface ParticipantTexts {
  title_then: string | null;
  organisation_then: string | null;
  group_label: string | null;
}

type Turn = (keys: Keys, level: number, place: `${string}|${string}|${string}`, text: string) => string;

function turned<T extends ParticipantTexts>(turn: Turn, keys: Keys, level: number, ref: string, row: T): T {
  const text = (column: keyof ParticipantTexts) => {
    const value = row[column];
    return value === null ? null : turn(keys, level, `interaction_participant|${column}|${ref}`, value);
  };
  return {
    ...row,
    title_then: text('title_then'),
    organisation_then: text('organisation_then'),
    group_label: text('group_label'),
  };
}

/** The columns as they are stored in an interaction of this level. */
export const storedParticipant = <T extends ParticipantTexts>(
  keys: Keys,
  level: number,
  ref: string,
  row: T,
): T => turned(storedText, keys, level, ref, row);

/** The columns as they were written. */
export const readParticipant = <T extends ParticipantTexts>(
  keys: Keys,
  level: number,
  ref: string,
  row: T,
): T => turned(readText, keys, level, ref, row);
