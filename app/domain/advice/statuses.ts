import type { Meaning } from '#db/schema/reference.ts';

/** What the moves of advice are decided by: its place in the order of the vocabulary, and what it means. */
export interface AdviceStatus {
  id: number;
  position: number;
  meaning: Meaning;
}

/**
 * `onward`: further on the way to practice. `back`: an earlier stage. `down`: turned down. `end`: nothing more is
 * waited for. `again`: taken up once more after it had ended.
 */
export type MoveKind = 'onward' | 'back' | 'down' | 'end' | 'again';

/** A stage on the way from given to practice; the other statuses are ways in which advice ends. */
export function isStage({ meaning }: Pick<AdviceStatus, 'meaning'>): boolean {
  return meaning === 'open' || meaning === 'positive';
}

/** The status of advice that was just given: the first stage. */
export function firstStatus<T extends AdviceStatus>(statuses: readonly T[]): T {
  const [first] = statuses.filter(isStage).sort((a, b) => a.position - b.position);
  if (!first) throw new Error('The reference data has no first status of advice.');
  return first;
}

/** What a move from one status to another is; undefined where it stays where it is. */
export function kindOfMove(from: AdviceStatus, to: AdviceStatus): MoveKind | undefined {
  if (from.id === to.id) return undefined;
  if (to.meaning === 'negative') return 'down';
  if (to.meaning === 'closed') return 'end';
  if (!isStage(from)) return 'again';
  return to.position > from.position ? 'onward' : 'back';
}

/** Turning advice back or down, taking it up again and leaving what was won all need a reason. */
export function needsReason(from: AdviceStatus, to: AdviceStatus): boolean {
  const kind = kindOfMove(from, to);
  if (kind === 'end') return from.meaning !== 'open';
  return kind === 'back' || kind === 'down' || kind === 'again';
}

/** How we contributed is said of what was won, never of what was not. */
export function takesContribution({ meaning }: Pick<AdviceStatus, 'meaning'>): boolean {
  return meaning === 'positive';
}
