import type { PushNoun } from '#db/queries/recommendation-links.ts';

/** Which record of ours: its noun and ref. */
export interface PushTarget {
  noun: PushNoun;
  ref: string;
}

const BY_PATH: Record<string, PushNoun> = {
  advice: 'advice',
  objectives: 'objective',
  interactions: 'interaction',
};

/** Reads `advice:ref` as a list offers it, or the address of a page of the record. Undefined for anything else. */
export function readPushTarget(text: string): PushTarget | undefined {
  const offered = /^(advice|objective|interaction):([0-9a-z]{10})$/.exec(text.trim());
  if (offered) return { noun: offered[1] as PushNoun, ref: offered[2] ?? '' };
  const address = /(?:^|\/)(advice|objectives|interactions)\/([0-9a-z]{10})(?:[/?#]|$)/.exec(text.trim());
  const noun = address && BY_PATH[address[1] ?? ''];
  return noun ? { noun, ref: address[2] ?? '' } : undefined;
}
