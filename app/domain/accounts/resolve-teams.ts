import type { Reference } from '../reference/reference.server.ts';

/** The ids of teams named by ref, in order; undefined where one is unknown. */
export function resolveTeams(reference: Reference, refs: readonly string[]): number[] | undefined {
  const ids = refs.map((ref) => reference.findTeam(ref)?.id);
  return ids.every((id) => id !== undefined) ? ids.sort((a, b) => a - b) : undefined;
}
