import { story, type ObjectiveStory } from './objective-story.ts';

export const westAfricanObjectives: readonly ObjectiveStory[] = [
  story(
    'CIV',
    'Côte d’Ivoire designates its mechanism',
    'opcat',
    'M',
    [
      ['ratified', -810, 'd:Depositary notification'],
      ['mechanism_law', -420, 'i', 'Three models on the table.'],
      ['designated', -40, 'i', 'Told by the ministry; decree not seen yet.'],
    ],
    {
      target: 120,
      next: 'Get the text of the decree',
      stances: [
        ['STATE-MOJ', 'neutral', -600],
        ['STATE-MOJ', 'for', -45],
        ['NHRI', 'strongly_for', -380],
        ['STATE-MOI', 'against', -200],
      ],
    },
  ),
  story(
    'GHA',
    'Ghana designates its mechanism',
    'opcat',
    'M',
    [
      ['ratified', -870],
      ['mechanism_law', -700, 'i'],
    ],
    {
      target: -70,
      next: 'Ask for a date before the committee',
      stances: [
        ['STATE-MOJ', 'neutral', -650],
        ['NHRI', 'for', -400],
      ],
    },
  ),
  story(
    'GHA',
    'Ghana ratifies the Convention on enforced disappearance',
    'treaty',
    'L',
    [
      ['signed', -840],
      ['ratified', -25, undefined, 'Said at a reception; to be checked.'],
    ],
    { instrument: 'CED' },
  ),
  story(
    'MLI',
    'Mechanism of Mali visits places of the security services',
    'opcat',
    'M',
    [['established', -760]],
    {
      level: 'restricted',
      next: 'Talk with the commission alone',
      stances: [['STATE-MOI', 'strongly_against', -300, 'Will not have it.']],
    },
  ),
  story(
    'SEN',
    'Observatory of Senegal follows up on its recommendations',
    'opcat',
    'M',
    [
      ['established', -720],
      ['functioning', -260, 'd:Follow-up table of the observatory'],
    ],
    { stances: [['NHRI', 'strongly_for', -250]] },
  ),
  story(
    'SEN',
    'Lawyer from the first hour of police custody',
    'custody_safeguards',
    'L',
    [
      ['mapped', -690],
      ['agreed', -470, 'i'],
      ['drafting', -300],
      ['adopted', -150, 'd:Circular of the minister'],
      ['piloted', -30, 'i'],
    ],
    {
      target: 260,
      next: 'List of lawyers on duty for the region of Dakar',
      stances: [
        ['STATE-MOJ', 'for', -140],
        ['POLICE', 'neutral', -40],
      ],
    },
  ),
  story(
    'GMB',
    'The Gambia ratifies the OPCAT',
    'opcat',
    'M',
    [
      ['exploring', -860],
      ['commitment', -540, 'd:UPR pledge'],
      ['bill', -110, 'i', 'Before the committee on human rights.'],
    ],
    {
      target: 90,
      next: 'Briefing note for the committee',
      stances: [
        ['STATE-PARL', 'neutral', -300],
        ['STATE-PARL', 'for', -105],
        ['STATE-MOJ', 'strongly_for', -520],
      ],
    },
  ),
];
