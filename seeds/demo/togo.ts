/** Bodies of the story that carry a name of their own; the others are Togo's usual ones. */
export const togoBodies: readonly [key: string, type: string, name: string, acronym?: string][] = [
  ['justice', 'STATE-MOJ', 'Ministry of Justice of Togo'],
  ['assembly', 'STATE-PARL', 'National Assembly of Togo, Law Committee'],
  ['police', 'POLICE-NAT', 'National Police of Togo'],
  ['league', 'NGO-NAT', 'League for Human Rights of Togo'],
  ['finance', 'STATE', 'Ministry of Finance of Togo'],
  ['commission', 'NHRI-COM', 'National Human Rights Commission of Togo', 'CNDH'],
  ['mechanism', 'NPM', 'Preventive Mechanism of Togo (within the Commission)', 'MNP'],
  ['prisons', 'STATE-PRISON', 'Prison Administration of Togo'],
  ['school', 'POLICE-ACAD', 'Police Training School of Togo'],
  ['magistrates', 'JUD-COUNCIL', 'Judicial Training Institute of Togo'],
  ['coalition', 'NGO-NET', 'Coalition against Torture in Togo', 'CCT'],
  ['bar', 'PROF-BAR', 'Bar Association of Togo'],
  ['mission', 'STATE-PM', 'Permanent Mission of Togo in Geneva'],
];

/** The people of the story, each with the posts they held; days count from the day of loading. */
export const togoPeople: readonly [
  name: string,
  posts: [body: string, title: string, from: number, until?: number][],
][] = [
  [
    'Afi Mensah',
    [
      ['bar', 'Member of the council', -2600, -1250],
      ['justice', 'Director of legislation', -1240],
    ],
  ],
  ['Kodjo Adjavon', [['justice', 'Adviser to the minister', -900]]],
  ['Essossinam Tossou', [['assembly', 'Clerk of the committee', -1500]]],
  [
    'Mawuli Kponton',
    [
      ['league', 'Legal officer', -2200, -820],
      ['assembly', 'Rapporteur', -800],
    ],
  ],
  [
    'Yao Bodjona',
    [
      ['police', 'Head of the custody unit', -1900, -700],
      ['police', 'Head of training', -690],
    ],
  ],
  ['Prosper Agbeko', [['finance', 'Director of the budget', -1100]]],
  ['Fidèle Amegan', [['league', 'President', -1600]]],
  ['Rosine Sossou', [['coalition', 'Programme coordinator', -1300]]],
  [
    'Clarisse Lawson',
    [
      ['commission', 'Legal adviser', -1800, -640],
      ['mechanism', 'Chair', -630],
    ],
  ],
  ['Komlan Attiogbé', [['mechanism', 'Head of the visits unit', -600]]],
  ['Ablavi Zinsou', [['commission', 'Secretary general', -650]]],
  ['Enyonam Amouzou', [['magistrates', 'Director of studies', -1400]]],
  ['Edem Gnassé', [['prisons', 'Director general', -2000, -400]]],
  ['Sena Ahouandjinou', [['prisons', 'Director general', -395]]],
  ['Abra Houngbo', [['mission', 'First secretary', -700]]],
];
