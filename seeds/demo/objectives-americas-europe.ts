import { story, type ObjectiveStory } from './objective-story.ts';

export const americanAndEuropeanObjectives: readonly ObjectiveStory[] = [
  story('BRA', 'State mechanisms in five more states of Brazil', 'opcat', 'M', [['functioning', -850]], {
    stances: [['NGO', 'strongly_for', -600]],
  }),
  story(
    'BRA',
    'Custody hearings within 24 hours everywhere',
    'custody_safeguards',
    'C',
    [
      ['adopted', -800],
      ['piloted', -560, 'i'],
      ['general', -170, 'd:Figures of the judicial council'],
    ],
    { target: 300, next: 'Monitor with the council', stances: [['JUD', 'for', -150]] },
  ),
  story(
    'CHL',
    'Police academy of Chile teaches the Méndez Principles',
    'training',
    'C',
    [
      ['need', -500],
      ['curriculum', -260, 'i'],
      ['turned_down', -65, 'i', 'New leadership; says the hours are not there.'],
    ],
    {
      instrument: 'MENDEZ',
      stances: [
        ['POLICE', 'for', -400],
        ['POLICE', 'against', -60],
      ],
    },
  ),
  story(
    'COL',
    'Colombia ratifies the OPCAT',
    'opcat',
    'M',
    [
      ['exploring', -890],
      ['commitment', -640, 'i'],
      ['bill', -410, 'd:Bill tabled in the Senate'],
    ],
    {
      next: 'Thank those who carried it',
      stances: [
        ['STATE-MFA', 'strongly_for', -400],
        ['STATE-MOI', 'neutral', -350],
      ],
    },
  ),
  story('HND', 'Committee of Honduras has its budget back', 'opcat', 'M', [['established', -420, 'i']], {
    target: -120,
    next: 'Letter to the finance committee',
    level: 'confidential',
  }),
  story(
    'MEX',
    'Registry of detentions linked to all police forces',
    'custody_safeguards',
    'L',
    [
      ['adopted', -780],
      ['piloted', -500, 'i'],
    ],
    { next: 'Ask for figures by state' },
  ),
  story(
    'PER',
    'Guide on documenting torture used by forensic doctors',
    'tool',
    'T',
    [
      ['drafted', -610],
      ['piloted', -410, 'i'],
      ['endorsed', -130, 'd:Resolution of the institute'],
      ['in_use', -35, 'i'],
    ],
    { instrument: 'ISTANBUL', target: 200 },
  ),
  story(
    'ALB',
    'Interview rooms with recording in all directorates',
    'custody_safeguards',
    'C',
    [
      ['agreed', -700],
      ['piloted', -390, 'i'],
      ['general', -95, 'i'],
    ],
    { target: 150, next: 'Joint visit with the ombudsperson' },
  ),
  story(
    'GEO',
    'Special preventive group trained on solitary confinement',
    'training',
    'C',
    [
      ['need', -300],
      ['curriculum', -180, 'i'],
      ['piloted', -50, 'i'],
    ],
    { target: 100, next: 'Second module in spring' },
  ),
  story(
    'MDA',
    'Penal code of Moldova: no prescription for torture',
    'torture_crime',
    'L',
    [
      ['gap', -620],
      ['drafting', -410, 'i'],
      ['adopted', -160, 'd:Official gazette'],
      ['in_force', -90, 'd:Official gazette'],
    ],
    { instrument: 'CAT', next: 'Training of judges', stances: [['STATE-MOJ', 'strongly_for', -300]] },
  ),
  story(
    'POL',
    'Law on access to a lawyer at first questioning',
    'custody_safeguards',
    'L',
    [
      ['mapped', -560],
      ['agreed', -120, 'i'],
    ],
    {
      target: 330,
      next: 'Comments on the draft',
      stances: [
        ['STATE-MOJ', 'neutral', -500],
        ['STATE-MOJ', 'for', -115],
      ],
    },
  ),
  story('TUR', 'Prison staff training on the Mandela Rules', 'training', 'C', [['need', -430]], {
    instrument: 'MANDELA',
    level: 'restricted',
    next: 'Wait for the answer of the directorate',
  }),
  story(
    'TUN',
    'Mechanism of Tunisia has all its members',
    'opcat',
    'M',
    [
      ['functioning', -870],
      ['established', -310, 'i', 'Half of the seats are empty: no quorum.'],
    ],
    {
      next: 'Talk with the committee that elects them',
      stances: [
        ['STATE-PARL', 'neutral', -300],
        ['NGO', 'strongly_for', -290],
      ],
    },
  ),
  story(
    'MAR',
    'Manual for visits to psychiatric hospitals in use',
    'tool',
    'T',
    [
      ['need', -240],
      ['drafted', -100, 'i'],
    ],
    { target: 180 },
  ),
];
