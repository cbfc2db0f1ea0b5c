import { story, type ObjectiveStory } from './objective-story.ts';

export const oceanObjectives: readonly ObjectiveStory[] = [
  story(
    'KEN',
    'Kenya ratifies the OPCAT',
    'opcat',
    'M',
    [
      ['exploring', -720],
      ['commitment', -330, 'd:UPR pledge'],
    ],
    {
      target: 400,
      next: 'Cabinet memorandum with the commission',
      stances: [
        ['NHRI', 'strongly_for', -640],
        ['STATE-MOJ', 'neutral', -500],
        ['STATE-MOJ', 'for', -320],
        ['POLICE', 'unknown', -320],
      ],
    },
  ),
  story('KEN', 'Kenya ratifies the Convention on enforced disappearance', 'treaty', 'L', [['signed', -700]], {
    instrument: 'CED',
    next: 'Meeting with the families’ coalition',
  }),
  story(
    'MDG',
    'Mechanism of Madagascar makes its first ten visits',
    'opcat',
    'M',
    [
      ['designated', -640],
      ['established', -240, 'i'],
    ],
    { target: 75, next: 'Coach the visiting team', stances: [['NHRI', 'for', -230]] },
  ),
  story(
    'ZAF',
    'Law on the South African mechanism adopted',
    'opcat',
    'M',
    [
      ['mechanism_law', -770],
      ['designated', -690],
    ],
    {
      next: 'Ask where the bill is',
      stances: [
        ['NHRI', 'strongly_for', -600],
        ['STATE-MOJ', 'neutral', -590],
      ],
    },
  ),
  story('IDN', 'Indonesia ratifies the OPCAT', 'opcat', 'M', [['exploring', -690]], {
    next: 'Round table with the five institutions',
    stances: [
      ['NHRI', 'for', -500],
      ['STATE-MOI', 'against', -450],
    ],
  }),
  story(
    'THA',
    'Thailand ratifies the Convention on enforced disappearance',
    'treaty',
    'L',
    [
      ['signed', -880],
      ['bill', -780, 'i'],
    ],
    { instrument: 'CED' },
  ),
  story(
    'THA',
    'Act against torture applied in the courts',
    'torture_crime',
    'L',
    [
      ['in_force', -560, 'd:Official gazette'],
      ['applied', -80, 'd:First judgment of the regional court'],
    ],
    { instrument: 'CAT' },
  ),
  story(
    'PHL',
    'The Philippines designate a mechanism by law',
    'opcat',
    'M',
    [
      ['ratified', -860],
      ['mechanism_law', -390, 'i', 'Filed again after the elections.'],
    ],
    {
      target: 240,
      next: 'Sponsor in the Senate',
      stances: [
        ['STATE-PARL', 'neutral', -380],
        ['NHRI', 'strongly_for', -370],
      ],
    },
  ),
  story('FJI', 'Fiji ratifies the OPCAT', 'opcat', 'M', [
    ['exploring', -480],
    ['set_aside', -130, undefined, 'Nobody to work with for now; looked at again in a year.'],
  ]),
  story(
    'NZL',
    'Regional course for mechanisms of the Pacific',
    'training',
    'C',
    [
      ['need', -210],
      ['curriculum', -70, 'i'],
    ],
    { target: 60, next: 'Dates with the university' },
  ),
];
