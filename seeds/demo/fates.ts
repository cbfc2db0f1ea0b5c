import type { Chance } from '../random.ts';

const ends: readonly [share: number, path: readonly string[]][] = [
  [0.16, ['acknowledged', 'adopted']],
  [0.12, ['acknowledged', 'partly_adopted']],
  [0.06, ['acknowledged', 'partly_adopted', 'adopted']],
  [0.07, ['acknowledged', 'adopted', 'in_practice']],
  [0.03, ['acknowledged', 'adopted', 'rejected']],
  [0.03, ['acknowledged', 'partly_adopted', 'acknowledged']],
  [0.02, ['lapsed', 'acknowledged', 'adopted']],
  [0.16, ['acknowledged']],
  [0.07, ['rejected']],
  [0.06, ['lapsed']],
  [0.04, ['superseded']],
  [0.02, ['withdrawn']],
];

/** What became of advice given on `day`: the statuses after "given", in turn. What was given lately is still open. */
export function fateOf(chance: Chance, day: number): readonly string[] {
  if (day > -45) return chance.happens(0.3) ? ['acknowledged'] : [];
  let draw = chance.next();
  for (const [share, path] of ends) {
    if (draw < share) return day > -200 ? path.slice(0, path[0] === 'acknowledged' ? 2 : 1) : path;
    draw -= share;
  }
  return [];
}

export const stepNotes: Record<string, readonly string[]> = {
  acknowledged: [
    'Taken up in the meeting that followed.',
    'Receipt confirmed in writing; they will come back to it.',
    '',
  ],
  partly_adopted: [
    'In the new draft, but for one of the two points.',
    'The circular takes over the first half; the second was left to a later text.',
  ],
  adopted: [
    'Word for word in the text that was adopted.',
    'Decided by the board and published.',
    'In the law as published.',
  ],
  in_practice: [
    'Seen in use during our visit.',
    'The registers shown to us are kept that way.',
    'Three colleagues report the same from different places.',
  ],
  rejected: [
    'The interior would not have it, and the ministry did not insist.',
    'Turned down for reasons of cost.',
    'Voted down in committee.',
  ],
  lapsed: ['Nothing heard since; the people we spoke with have moved on.'],
  superseded: ['Overtaken by the new bill; see our comments on it.'],
  withdrawn: ['We no longer hold this, after talks with the mechanism.'],
};

export const brokenReasons = [
  'The post stayed empty for four months.',
  'The bill went to cabinet without being shown to anybody outside.',
  'No money was found in this year’s budget.',
  'Put off until after the election.',
];

export const taskOutcomes = [
  'Sent, receipt confirmed.',
  'Done by telephone; nothing new for now.',
  'Answered within a week.',
  'Done together with the partner.',
  '',
];
