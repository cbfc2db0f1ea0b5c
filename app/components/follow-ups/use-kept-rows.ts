import { useState } from 'react';
import type { FollowUpList, ListedGlance } from '#app/domain/follow-ups/list-follow-ups.server.ts';

type Part = 'followUps' | 'waiting';

export interface KeptRows {
  /** Says that something is being done about a row of that part of the list. */
  keep: (row: ListedGlance, part: Part) => void;
  followUps: ListedGlance[];
  waiting: ListedGlance[];
  /** How many of these rows still belong where they stand: those that were done, put off or given away do not. */
  count: (rows: readonly ListedGlance[], part: Part) => number;
}

/**
 * The list as it was read last, in which every row that was acted on stays where it stood and as it stood, so that its
 * way back is found. All else follows the server at once: what is new comes in, counts say what is left.
 */
export function useKeptRows(list: FollowUpList): KeptRows {
  const [kept, setKept] = useState<{ row: ListedGlance; part: Part }[]>([]);
  // The server breaks ties by an id that no page knows: the order of the first reading stands for it.
  const [places] = useState(
    () => new Map([...list.followUps, ...list.waiting.followUps].map(({ ref }, index) => [ref, index])),
  );
  const fresh = { followUps: list.followUps, waiting: list.waiting.followUps };
  const dayOf = (row: ListedGlance) => (list.state === 'snoozed' ? (row.snoozedUntil ?? '') : row.dueOn);
  const placeOf = ({ ref }: ListedGlance) => places.get(ref) ?? places.size;
  const onward = list.state === 'done' ? -1 : 1;
  const inOrder = (a: ListedGlance, b: ListedGlance) =>
    dayOf(a) === dayOf(b) ? placeOf(a) - placeOf(b) : dayOf(a) < dayOf(b) ? -onward : onward;
  const shown = (part: Part) => [
    ...fresh[part].filter(({ ref }) => !kept.some(({ row }) => row.ref === ref)),
    ...kept.filter((one) => one.part === part).map(({ row }) => row),
  ];
  return {
    keep: (row, part) =>
      setKept((all) => (all.some((one) => one.row.ref === row.ref) ? all : [...all, { row, part }])),
    followUps: kept.length === 0 ? fresh.followUps : shown('followUps').sort(inOrder),
    waiting: kept.length === 0 ? fresh.waiting : shown('waiting').sort(inOrder),
    count: (rows, part) => rows.filter(({ ref }) => fresh[part].some((one) => one.ref === ref)).length,
  };
}
