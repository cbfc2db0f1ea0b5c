import { story, type ObjectiveStory } from './objective-story.ts';

export const togoObjectives: readonly ObjectiveStory[] = [
  story(
    'TGO',
    'The mechanism of Togo visits with its own budget and staff',
    'opcat',
    'M',
    [
      ['designated', -820],
      ['established', -510, 'i', 'Seven members sworn in; two posts still empty.'],
      ['functioning', -140, 'd:Annual report of the mechanism, presented to parliament'],
    ],
    {
      next: 'Budget line in the finance bill of next year',
      stances: [
        ['STATE-MOJ', 'for', -700],
        ['STATE-MOJ', 'strongly_for', -150, 'The minister asked for the line himself.'],
        ['STATE-PARL', 'neutral', -400],
        ['STATE-PARL', 'for', -90],
        ['POLICE', 'against', -480, 'Fears for the secrecy of enquiries.'],
        ['POLICE', 'neutral', -60],
        ['NGO', 'strongly_for', -650],
      ],
    },
  ),
  story(
    'TGO',
    'Articles 198 to 203 of the penal code meet article 1 of the CAT',
    'torture_crime',
    'L',
    [
      ['gap', -760],
      ['commitment', -600, 'i'],
      ['drafting', -380, 'i', 'Second draft is closer; prescription is still there.'],
      ['bill', -75, 'd:Bill 2026-14, tabled'],
    ],
    {
      instrument: 'CAT',
      target: 160,
      next: 'Written comments for the law committee',
      stances: [
        ['STATE-MOJ', 'for', -590],
        ['STATE-PARL', 'against', -300, 'Two deputies want prescription to stay.'],
        ['STATE-PARL', 'neutral', -70],
        ['JUD', 'for', -200],
      ],
    },
  ),
  story(
    'TGO',
    'Police school teaches interviewing without coercion',
    'training',
    'C',
    [
      ['need', -700],
      ['curriculum', -520, 'i'],
      ['piloted', -330, 'i', '24 trainers, results up by a third.'],
      ['trainers', -230, 'i'],
    ],
    {
      target: 45,
      next: 'Meet the director general on the curriculum decree',
      stances: [['POLICE', 'for', -320]],
    },
  ),
  story(
    'TGO',
    'Custody registers used in every police station of Lomé',
    'custody_safeguards',
    'L',
    [
      ['mapped', -640],
      ['agreed', -450, 'i'],
      ['piloted', -190, 'i', 'Four stations; two keep it well.'],
    ],
    {
      target: -20,
      next: 'Visit the two stations that do not',
      level: 'confidential',
      stances: [['POLICE', 'neutral', -180]],
    },
  ),
  story(
    'BEN',
    'The commission of Benin starts to visit as mechanism',
    'opcat',
    'M',
    [
      ['ratified', -900],
      ['mechanism_law', -620, 'i'],
    ],
    {
      target: 210,
      next: 'Pilot visits with the commission',
      stances: [
        ['NHRI', 'strongly_for', -300],
        ['STATE-MOJ', 'for', -280],
      ],
    },
  ),
  story(
    'BEN',
    'Checklist for visits adopted by the commission',
    'tool',
    'T',
    [
      ['need', -350],
      ['drafted', -210, 'i'],
      ['piloted', -80, 'i'],
    ],
    { next: 'Second round of remarks' },
  ),
  story(
    'BFA',
    'Torture law of Burkina Faso applied by the courts',
    'torture_crime',
    'L',
    [['in_force', -880]],
    { instrument: 'CAT', next: 'Collect the first judgments', stances: [['JUD', 'neutral', -500]] },
  ),
];
