import type { StoryEntry } from './types.ts';

/** What was tried in stations, prisons and courts. */
export const togoPractice: readonly StoryEntry[] = [
  {
    day: -371,
    kind: 'side_event',
    with: ['mission', 'SPT'],
    people: ['Abra Houngbo'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT'],
    place: 'Geneva',
    summary: 'Togo presents its mechanism beside the session of the Council',
    notes:
      'The minister called the budget line “a matter of months”. The member of the SPT asked from the floor in which month.',
    tasks: [['Ask the mission for the text of the speech', -360, true]],
  },
  {
    day: -322,
    kind: 'meeting',
    with: ['prisons'],
    people: ['Sena Ahouandjinou'],
    areas: ['capacities'],
    instruments: ['MANDELA'],
    summary: 'The new director general of prisons: complaints, isolation, health',
    notes:
      'She comes from the health service and knows the wards. Would move the complaint boxes at once; isolation is “a matter for the next circular”.',
    advice: [
      [
        'solitary',
        'Limit isolation to fifteen days by circular, with a daily visit by health staff.',
        'MANDELA',
      ],
      [
        'prison_conditions',
        'Move the complaint boxes out of sight of the guards, and let the judge’s clerk open them.',
        'MANDELA',
      ],
    ],
    fate: ['acknowledged', 'partly_adopted'],
    theirs: [['To send the draft circular on isolation', -260]],
  },
  {
    day: -281,
    kind: 'training',
    with: ['magistrates'],
    people: ['Enyonam Amouzou'],
    areas: ['capacities', 'legal_instruments'],
    instruments: ['CAT', 'ISTANBUL'],
    summary: 'Judges in their first posts: what to do when a confession is withdrawn',
    notes:
      'A case from one of their own courts carried the day. They ask for the one-page form to order a medical examination.',
    group: ['young judges', 21, 9],
    advice: [
      [
        'evidence_rule',
        'Put the exclusion of coerced statements into the entrance examination.',
        'CAT',
        '15',
      ],
    ],
    fate: ['acknowledged'],
    tasks: [['Send the one-page form for medical examinations', -270, true]],
  },
  {
    day: -231,
    kind: 'meeting',
    with: ['police'],
    people: ['Yao Bodjona'],
    areas: ['tools'],
    instruments: ['MENDEZ'],
    summary: 'Results of the register after three months in five stations',
    notes:
      '412 entries. The lawyer’s line is filled in for one person in six: there are no lawyers to call at night. The bar must come in.',
    advice: [
      [
        'custody_safeguards',
        'Agree with the bar on a night roster before the register goes to all stations.',
        'CAT',
        '11',
      ],
    ],
    fate: [],
  },
  {
    day: -196,
    kind: 'online_meeting',
    with: ['bar', 'coalition'],
    people: ['Rosine Sossou'],
    areas: ['capacities'],
    instruments: ['LUANDA'],
    summary: 'A night roster of lawyers for three stations in Lomé',
    notes:
      'Fourteen lawyers are willing. Transport at night is the cost; the bar will ask the ministry, the coalition its donor.',
    theirs: [['To find the money for transport at night', -90]],
    tasks: [['Ask the bar what came of the transport', -85, false]],
  },
  {
    day: -158,
    kind: 'peer_exchange',
    with: ['mechanism'],
    people: ['Clarisse Lawson', 'Komlan Attiogbé'],
    areas: ['preventive_mechanisms', 'capacities'],
    instruments: ['OPCAT'],
    place: 'Dakar',
    summary: 'The mechanism visits Senegal’s observer: how to plan a year',
    notes:
      'Mr Attiogbé came home with a plan of 24 visits, eight of them returns. Senegal asked for the Togolese form on reprisals in exchange.',
    advice: [['monitoring_method', 'Plan one visit in three as a return.', 'OPCAT', '19']],
    fate: ['in_practice'],
  },
  {
    day: -148,
    kind: 'visit_detention',
    with: ['prisons'],
    people: ['Sena Ahouandjinou'],
    areas: ['capacities'],
    instruments: ['MANDELA', 'BANGKOK'],
    place: 'Prison of Kara',
    summary: 'Visit to the women’s wing in Kara with the director general',
    notes: 'Eleven women, two with babies. The boxes have been moved here. No circular on isolation yet.',
    theirs: [['A midwife to call every week', -100]],
  },
  {
    day: -119,
    kind: 'meeting',
    with: ['justice'],
    people: ['Afi Mensah', 'Kodjo Adjavon'],
    areas: ['preventive_mechanisms', 'legal_instruments'],
    instruments: ['OPCAT'],
    summary: 'A law for the mechanism itself: the minister takes it up',
    notes:
      'After two years inside the commission’s law the ministry will draft a text for the mechanism alone. Seat in Lomé with an office in Kara. The budget is again the hard part.',
    advice: [['npm_resources', 'Write a separate budget line into the law itself.', 'OPCAT', '18']],
    fate: ['acknowledged', 'adopted'],
  },
];
