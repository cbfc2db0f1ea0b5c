import type { StoryEntry } from './types.ts';

/** The first year and a half: from an idea to a first visit. */
export const togoBeginnings: readonly StoryEntry[] = [
  {
    day: -1080,
    kind: 'meeting',
    with: ['justice'],
    people: ['Afi Mensah'],
    areas: ['preventive_mechanisms', 'legal_instruments'],
    instruments: ['OPCAT'],
    place: 'Lomé',
    summary: 'First talk with the new director of legislation: where the mechanism stands',
    notes:
      'The commission holds the mandate by law, without a unit, a budget line or an office of its own. Ms Mensah wants a text that settles all three and asks for examples in French.',
    advice: [
      [
        'npm_law',
        'Settle seat, budget line and immunity of members in one law, rather than in three decrees.',
        'OPCAT',
        '18',
      ],
    ],
    fate: ['acknowledged', 'adopted'],
    tasks: [['Send three laws in French, with our notes', -1070, true]],
  },
  {
    day: -1032,
    kind: 'seminar',
    with: ['commission', 'league', 'coalition'],
    people: ['Clarisse Lawson', 'Fidèle Amegan', 'Rosine Sossou'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT', 'SPT-NPM'],
    summary: 'What a mechanism inside a commission needs: round table in Lomé',
    notes:
      'The commission fears to lose staff to the mechanism; the coalition fears that it will stay a name on a door. Both signed the three points: members of its own, money of its own, visits at any hour.',
    advice: [
      [
        'npm_model',
        'Give the mechanism members appointed for it alone, who take no complaints.',
        'OPCAT',
        '18',
      ],
    ],
    fate: ['acknowledged', 'partly_adopted'],
  },
  {
    day: -968,
    kind: 'training',
    with: ['police', 'school'],
    people: ['Yao Bodjona'],
    areas: ['capacities'],
    instruments: ['MENDEZ'],
    summary: 'Interviewing suspects, module 1: twelve investigators of the Lomé region',
    notes:
      'Col. Bodjona opened and stayed. Main objection: files without a confession are sent back by the prosecutor. We should speak to the prosecutors too.',
    group: ['investigators', 12, 3],
    advice: [['curriculum', 'Train three of the school’s own trainers before the next intake.', 'MENDEZ']],
    fate: ['acknowledged', 'adopted', 'in_practice'],
    theirs: [['To name three trainers for the course', -930]],
    tasks: [['Ask for the names of the three trainers', -925, true]],
  },
  {
    day: -905,
    kind: 'letter',
    with: ['finance'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT'],
    summary: 'Letter on the cost of visits: four vehicles less than feared',
    notes:
      'We show that nineteen visits a year with two teams need one vehicle. Copies to justice and the commission.',
    tasks: [['Call the budget directorate about our letter', -890, true]],
  },
  {
    day: -861,
    kind: 'mission',
    with: ['justice', 'assembly', 'commission'],
    people: ['Afi Mensah', 'Essossinam Tossou', 'Clarisse Lawson'],
    areas: ['preventive_mechanisms', 'legal_instruments'],
    instruments: ['OPCAT', 'CAT'],
    place: 'Lomé',
    summary: 'Mission before the reform of the commission: ministry, parliament, civil society',
    notes:
      'The reform bill of the commission is the vehicle: a chapter on the mechanism may be added in committee. The ministry would not object.',
    advice: [
      [
        'npm_law',
        'Add a chapter on the mechanism to the commission’s bill, with powers taken from articles 19 and 20.',
        'OPCAT',
        '20',
      ],
    ],
    fate: ['acknowledged', 'adopted'],
  },
  {
    day: -803,
    kind: 'call',
    with: ['assembly'],
    people: ['Mawuli Kponton'],
    areas: ['legal_instruments'],
    instruments: ['OPCAT'],
    summary: 'The new rapporteur knows the file from his years at the league',
    notes:
      'Mr Kponton moved from the league to parliament last month. He will propose the chapter in committee and asks us for two pages, no more.',
    tasks: [['Send two pages on the chapter', -797, true]],
  },
  {
    day: -742,
    kind: 'hearing',
    with: ['assembly'],
    people: ['Mawuli Kponton', 'Essossinam Tossou'],
    areas: ['preventive_mechanisms', 'legal_instruments'],
    instruments: ['OPCAT'],
    summary: 'Law committee: the chapter on the mechanism passes by one vote',
    notes:
      'Immunity after the mandate fell out. Access at any hour stayed in, after a comparison with two neighbours.',
    advice: [
      ['npm_law', 'Keep immunity for acts done in office after the mandate has ended.', 'OPCAT', '21'],
    ],
    fate: ['rejected'],
  },
  {
    day: -655,
    kind: 'workshop',
    with: ['commission', 'coalition', 'bar'],
    people: ['Clarisse Lawson', 'Rosine Sossou'],
    areas: ['preventive_mechanisms', 'tools'],
    instruments: ['OPCAT'],
    summary: 'Rules of procedure of the mechanism: a first text in two days',
    notes:
      'Twenty-two articles. Still open: who signs reports, and how long the ministry may comment before publication.',
    advice: [
      [
        'npm_designation',
        'Let the mechanism publish its own reports thirty days after it sent them, with or without a reply.',
        'OPCAT',
        '23',
      ],
    ],
    fate: ['acknowledged', 'partly_adopted'],
    ours: [['To comment on the text within two weeks', -640]],
    tasks: [['Write comments on the rules of procedure', -641, true]],
  },
  {
    day: -598,
    kind: 'accompany_visit',
    with: ['mechanism', 'prisons'],
    people: ['Clarisse Lawson', 'Edem Gnassé'],
    areas: ['preventive_mechanisms', 'capacities'],
    instruments: ['OPCAT', 'MANDELA'],
    place: 'Civil prison of Lomé',
    level: 'confidential',
    summary: 'First visit of the mechanism to the civil prison of Lomé, accompanied',
    notes:
      'Access in ten minutes. Four in five people held are awaiting trial. The isolation cells were shown after lunch only. Register of sanctions without hours.',
    advice: [
      [
        'monitoring_method',
        'Begin with the isolation cells, and copy the register of sanctions by hand if photographs are refused.',
        'OPCAT',
        '20',
      ],
      [
        'pretrial',
        'Send the list of people held beyond the legal term to the prosecutor each month.',
        'CAT',
        '11',
      ],
    ],
    fate: ['acknowledged', 'in_practice'],
    tasks: [['Send notes of the debriefing to the chair', -590, true]],
    assessment:
      'Ms Lawson leads with calm. The director wanted to please and showed what was painted. We should return without notice within the year.',
  },
  {
    day: -540,
    kind: 'legal_comments',
    with: ['justice'],
    people: ['Afi Mensah'],
    areas: ['legal_instruments'],
    instruments: ['CAT'],
    summary: 'First set of comments on the penal code, articles 190 to 203',
    notes:
      'The definition follows article 1 but for discrimination. The penalty for torture is lower than for theft by several people; we set both side by side.',
    advice: [
      [
        'crime_of_torture',
        'Add discrimination as a purpose, and raise the penalty above that for aggravated assault.',
        'CAT',
        '1',
      ],
    ],
    fate: ['acknowledged', 'partly_adopted'],
  },
  {
    day: -487,
    kind: 'meeting',
    with: ['police'],
    people: ['Yao Bodjona'],
    areas: ['capacities', 'tools'],
    instruments: ['MENDEZ'],
    summary: 'Custody register: one page for all stations instead of four',
    notes:
      'Four forms are in use. The colonel would try ours in five stations if it fits on one sheet. He wants the hour of the call to the family in large type.',
    advice: [
      [
        'custody_safeguards',
        'Use one register in all stations, with the hour of each right offered and the signature of the person held.',
        'CAT',
        '11',
      ],
    ],
    fate: ['acknowledged', 'adopted'],
    theirs: [['To try the register in five stations for three months', -380]],
    ours: [['To print 500 sheets of the register', -460]],
    tasks: [['Have the sheets printed', -462, true]],
  },
  {
    day: -433,
    kind: 'submission',
    with: ['league', 'coalition'],
    people: ['Fidèle Amegan', 'Rosine Sossou'],
    areas: ['legal_instruments'],
    instruments: ['CAT'],
    summary: 'Joint submission to the UPR: four recommendations that can be checked',
    notes:
      'Sent in time, ten pages. Pre-trial detention, the penal code, the budget of the mechanism, and complaints in prison.',
  },
];
