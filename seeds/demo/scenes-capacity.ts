import type { Scene } from './types.ts';

/** Capacities and tools: training, visits to places of detention, guides and their use. */
export const capacityScenes: readonly Scene[] = [
  {
    kind: 'training',
    with: ['POLICE-ACAD', 'POLICE-NAT', 'POLICE-GEND'],
    areas: ['capacities'],
    instruments: ['MENDEZ'],
    summaries: [
      'Interviewing suspects, module 1: preparing with an open mind{, investigators of %city|, second intake|}',
      'Interviewing suspects, module 2: {listening|letting people tell it}',
      'Interviewing suspects, module 3: {from account to evidence|the strategic use of what is known}',
      'Refresher for {the trainers of investigators|the trainers of last year}',
    ],
    notes: [
      'Role plays with {actors|colleagues from another district} worked better than films. {Two|Three|Four} trainers can now hold the module alone.',
      '{Resistance|Crossed arms} on day one (“without a confession there is no file”), much less on day three. The district commander stayed to the end.',
      'Results of the test: {11|13|14} of 20 right before, {16|17|18} of 20 after. Recording equipment is in {two of nine|one of six|three of fourteen} stations.',
      'Of {nine|eleven|twelve} trainers {six|seven|eight} still use the module. The others were posted to units that do not interview.',
    ],
    advice: [
      [
        'curriculum',
        'Replace the two hours on “interrogation techniques” by the twelve-hour module on effective interviewing.',
        'MENDEZ',
      ],
      [
        'interviewing',
        'Record interviews in serious cases from now on, beginning with the two stations that are equipped.',
        'MENDEZ',
      ],
    ],
    theirPromises: ['To enter the module in next year’s timetable'],
    tasks: [
      'Send the certificates and the slides',
      'Ask the trainers after three months what they still use',
    ],
    group: 'police trainers',
  },
  {
    kind: 'training',
    with: ['NPM', 'NHRI-COM', 'NHRI-OMB'],
    areas: ['capacities', 'preventive_mechanisms'],
    instruments: ['OPCAT', 'MANDELA'],
    summaries: [
      'Private interviews in detention{: doing no harm| and what comes after them|: consent, place, time}',
      'Visits to places where women are held',
      '{How to write a recommendation that can be checked|Recommendations: who, what, by when}',
    ],
    notes: [
      'Half theory, half a visit to %prison. The debriefing took longer than the visit, as it should.',
      'Searches, births and contact with children took up most of the time. A sheet with five questions will be tried on the next visit.',
      'They rewrote {nine|twelve|fifteen} of their own recommendations. The new ones name who does what by when.',
    ],
    advice: [
      [
        'monitoring_method',
        'Speak with several people in each wing, so that nobody can be singled out afterwards.',
        'OPCAT',
        '21',
      ],
    ],
    tasks: ['Comment on the rewritten recommendations', 'Ask how the sheet worked on the next visit'],
    group: 'visiting members and staff',
  },
  {
    kind: 'accompany_visit',
    stages: ['build', 'working'],
    with: ['NPM', 'NHRI-COM', 'NHRI-OMB'],
    areas: ['preventive_mechanisms', 'capacities'],
    instruments: ['OPCAT', 'MANDELA'],
    summaries: [
      'Accompanied visit of the mechanism to %prison',
      'Night visit to {two|three} police stations {with the mechanism|in %city}',
      'Accompanied return visit: what was done since the report',
    ],
    notes: [
      'Access {without delay|after ten minutes|after a call to the capital}. The isolation block was shown last. Register of sanctions without hours or signatures.',
      '{Nine|Eleven|Seven} people in a cell for four. The commander says that transfers wait for a vehicle. Good talk with the nurse.',
      'Of {nine|twelve|ten} recommendations {four|five|six} were carried out, among them {light and mattresses|the doctor’s hours|a separate cell for minors}. The complaint box is still in the director’s corridor.',
    ],
    advice: [
      [
        'prison_conditions',
        'Move the complaint box out of sight of the guards, and have it opened by the judge’s clerk.',
        'MANDELA',
      ],
      ['monitoring_method', 'Begin with the isolation block, and photograph the registers.', 'OPCAT', '20'],
    ],
    level: 'confidential',
    tasks: ['Send the mechanism our notes of the debriefing', 'Ask about the vehicle in a month'],
    assessments: [
      'The team is good with detainees and shy with directors. Coach the chair before the next closing talk.',
    ],
  },
  {
    kind: 'visit_detention',
    with: ['STATE-PRISON', 'STATE-MOJ'],
    areas: ['capacities'],
    instruments: ['MANDELA'],
    summaries: ['Visit to %prison: admission, health, isolation', 'Visit to the women’s wing of %prison'],
    notes: [
      'The admission unit sees everybody within a day, but injuries are noted only if the person complains.',
      'Mothers with small children share a room that is too hot. The director has asked twice for fans.',
    ],
    advice: [
      [
        'investigation',
        'Have the doctor note and photograph injuries at each admission, whether or not anybody complains.',
        'ISTANBUL',
      ],
      ['groups_vulnerable', 'Give mothers a room of their own and daily access to the yard.', 'BANGKOK'],
    ],
    theirPromises: ['To change the admission form', 'To answer our letter on the women’s wing'],
    tasks: ['Write to the director general about the admission form'],
  },
  {
    kind: 'workshop',
    with: ['PROF-BAR', 'DEF', 'PROF-MED', 'PROF'],
    areas: ['capacities', 'tools'],
    instruments: ['ISTANBUL', 'LUANDA'],
    regions: ['west-africa', 'ocean'],
    summaries: [
      'Duty lawyers in the first hours: a roster for %city',
      'Lawyers and doctors document injuries together',
    ],
    notes: [
      'A roster of {18|24|31} lawyers for three stations, to be tried for six months. The bar pays the transport.',
      'First time that both professions sat together. The doctors would like a legal text that lets them keep a copy.',
    ],
    advice: [
      [
        'custody_safeguards',
        'Post the roster of duty lawyers in every station, and note the time of each call in the register.',
        'LUANDA',
      ],
    ],
    tasks: ['Ask the bar after two months how often the roster was used'],
    group: 'lawyers and doctors',
  },
  {
    kind: 'workshop',
    with: ['POLICE-NAT', 'POLICE-GEND', 'STATE-MOI', 'POLICE-OVS'],
    areas: ['tools', 'capacities'],
    instruments: ['MENDEZ'],
    summaries: [
      'Custody checklist: {a first try with|cut down by} station commanders{ in %city|}',
      'Poster of rights for police stations{: the short version|, tried in %city|: drawings instead of articles}',
    ],
    notes: [
      'The list was too long: {seven|five|nine} commanders cut it from 31 points to {14|12|16}. They filled it in within four minutes.',
      'The poster now has six lines and drawings. The call to the family was the line most discussed.',
    ],
    advice: [['custody_safeguards', 'Make the checklist part of the handover between shifts.', 'CAT', '11']],
    theirPromises: ['To try the checklist in five stations for three months'],
    ourPromises: ['To print 200 posters and bring them to the capital'],
    tasks: ['Have the checklist translated', 'Collect the filled-in checklists'],
    group: 'station commanders',
  },
];
