/** A review as the demo invents it; days are counted from the day of loading. */
export interface DemoReview {
  iso3: string;
  body: string;
  title: string;
  /** The first day; null where nothing is known of it yet. */
  starts: number | null;
  /** How long it lasts, in days; 0 where only the first day is told. */
  lasts: number;
  /** How precisely the first day is known. */
  known: 'day' | 'month' | 'year';
  instrument: string;
  recommendations: number;
  cancelled?: boolean;
}

const review = (
  iso3: string,
  body: string,
  title: string,
  starts: number | null,
  lasts: number,
  instrument: string,
  recommendations = 0,
  known: DemoReview['known'] = 'day',
): DemoReview => ({ iso3, body, title, starts, lasts, known, instrument, recommendations });

/** Reviews that were never held and will not be: the States are real, the reviews are not. */
export const demoReviews: readonly DemoReview[] = [
  review('TGO', 'CAT-C', 'Third periodic review', -480, 3, 'CAT', 9),
  review('TGO', 'ACHPR-C', 'Review at the ordinary session', -200, 12, 'ROBBEN', 5),
  review('BEN', 'SPT', 'Second visit', -330, 9, 'OPCAT', 7),
  review('SEN', 'CAT-C', 'Fifth periodic review', -260, 3, 'CAT', 8),
  review('MLI', 'HRCTTEE', 'Third periodic review', -150, 2, 'ICCPR', 6),
  review('GEO', 'CPT', 'Periodic visit', -400, 11, 'ECPT', 7),
  review('ALB', 'CPT', 'Ad hoc visit', -220, 6, 'ECPT', 5),
  review('MEX', 'SPT', 'Third visit', -540, 12, 'OPCAT', 7),
  review('CHL', 'CAT-C', 'Seventh periodic review', -120, 3, 'CAT', 7),
  review('TUN', 'CAT-C', 'Fourth periodic review', -610, 3, 'CAT', 6),
  review('KEN', 'ACHPR-C', 'Review at the ordinary session', -90, 12, 'ROBBEN', 5),
  review('BRA', 'IACHR', 'Hearing on places of detention', -300, 0, '', 4),
  review('BEN', 'CAT-C', 'Fourth periodic review', 52, 3, 'CAT'),
  review('MDG', 'CAT-C', 'Third periodic review', 24, 3, 'CAT'),
  review('CIV', 'CAT-C', 'Second periodic review', 160, 3, 'CAT'),
  review('GHA', 'HRCTTEE', 'Second periodic review', 95, 2, 'ICCPR'),
  review('PER', 'CAT-C', 'Eighth periodic review', 230, 3, 'CAT'),
  review('TGO', 'SPT', 'Second visit', 130, 0, 'OPCAT', 0, 'month'),
  review('MDA', 'CPT', 'Periodic visit', 75, 0, 'ECPT', 0, 'month'),
  review('SEN', 'CED-C', 'Additional information', 300, 0, '', 0, 'year'),
  review('POL', 'CPT', 'Periodic visit', null, 0, 'ECPT'),
  { ...review('IDN', 'HRCTTEE', 'Second periodic review', 40, 2, 'ICCPR'), cancelled: true },
];

/** The universal periodic reviews of these States are real; what the demo says was recommended in them is not. */
export const demoUprStates: readonly (readonly [iso3: string, recommendations: number])[] = [
  ['BEN', 9],
  ['GEO', 6],
  ['MEX', 6],
];

export const recommendingStates = [
  'CHL',
  'DNK',
  'CZE',
  'GHA',
  'URY',
  'FJI',
  'CHE',
  'CRI',
  'SEN',
  'EST',
] as const;

/** `[text, work area, instrument or provision]`, as a body might word it. */
export const demoRecommendations: readonly (readonly [text: string, area: string, provision: string])[] = [
  [
    'Bring the definition of torture in the penal code fully into line with article 1 of the Convention',
    'legal_instruments',
    'CAT/1',
  ],
  [
    'Provide for penalties that reflect the gravity of torture, without a period of limitation',
    'legal_instruments',
    'CAT/4',
  ],
  [
    'Adopt the law on the national preventive mechanism within the year, after consulting civil society',
    'legal_instruments',
    'OPCAT/17',
  ],
  [
    'Guarantee in law that statements obtained under torture are excluded in any proceedings',
    'legal_instruments',
    'CAT/15',
  ],
  [
    'Establish a preventive mechanism that is independent, with a budget line of its own',
    'preventive_mechanisms',
    'OPCAT/18',
  ],
  [
    'Give the mechanism access to every place of detention, at any hour and without notice',
    'preventive_mechanisms',
    'OPCAT/20',
  ],
  [
    'Enter into a dialogue with the mechanism on how its recommendations are carried out',
    'preventive_mechanisms',
    'OPCAT/22',
  ],
  [
    'Publish the report of the visiting delegation together with the response of the authorities',
    'preventive_mechanisms',
    '',
  ],
  [
    'Ratify the Optional Protocol and designate the mechanism in good time',
    'preventive_mechanisms',
    'OPCAT/17',
  ],
  [
    'Fill the vacant posts of the mechanism and allow it to recruit its staff itself',
    'preventive_mechanisms',
    'OPCAT/18',
  ],
  [
    'Ensure that every person arrested sees a lawyer and a doctor within the first hours of custody',
    'capacities',
    'CAT/11',
  ],
  [
    'Train judges and prosecutors to act on allegations of ill-treatment of their own motion',
    'capacities',
    'CAT/10',
  ],
  ['Train doctors of places of detention in the Istanbul Protocol', 'capacities', 'CAT/10'],
  [
    'Make sure that allegations are investigated by a body that does not belong to the police',
    'capacities',
    'CAT/12',
  ],
  ['Replace interviews that look for confessions by investigative interviewing', 'capacities', 'CAT/11'],
  ['Reduce pre-trial detention and use alternatives to it', 'capacities', 'CAT/16'],
  ['Keep one register of arrests in every station, open to the mechanism', 'tools', 'CAT/11'],
  ['Put up notices on the rights of persons in custody in the languages that they read', 'tools', ''],
  ['Record interviews on video in the central stations first, then in all', 'tools', 'CAT/11'],
];

export const answerNotes = [
  'Reply to the report',
  'Statement of the delegation',
  'Letter of the ministry',
  '',
] as const;
