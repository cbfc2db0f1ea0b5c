import type { Scene } from './types.ts';

/** Capacities and tools: training, visits to places of detention, guides and their use. */
export const capacityScenes: readonly Scene[] = [
  {
    kind: 'training',
    with: ['POLICE-ACAD', 'POLICE-NAT', 'POLICE-GEND'],
    areas: ['capacities'],
    instruments: ['MENDEZ'],
    summaries: [
      'Interviewing suspects, module 1: preparing with an open mind',
      'Interviewing suspects, module 2: listening',
      'Interviewing suspects, module 3: from account to evidence',
      'Refresher for trainers of investigators',
    ],
    notes: [
      'Role plays with actors worked better than films. Three trainers can now hold the module alone.',
      'Resistance on day one (“without a confession there is no file”), much less on day three. The district commander stayed to the end.',
      'Results of the test: 14 of 20 right before, 18 of 20 after. Recording equipment is in two of nine stations.',
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
    with: ['NPM', 'NHRI-COM', 'NHRI-OMB', 'NGO-NAT'],
    areas: ['capacities', 'preventive_mechanisms'],
    instruments: ['OPCAT', 'MANDELA'],
    summaries: [
      'Private interviews in detention: doing no harm',
      'Visits to places where women are held',
      'How to write a recommendation that can be checked',
    ],
    notes: [
      'Half theory, half a visit to %prison. The debriefing took longer than the visit, as it should.',
      'They rewrote twelve of their own recommendations. The new ones name who does what by when.',
      'Consent and the risk of reprisals took up the afternoon. A sheet with five questions will be tested on the next visit.',
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
      'Night visit to two police stations with the mechanism',
      'Accompanied return visit: what was done since the report',
    ],
    notes: [
      'Access without delay. The isolation block was shown last. Register of sanctions without hours or signatures.',
      'Eleven people in a cell for four. The commander says that transfers wait for a vehicle. Good talk with the nurse.',
      'Of nine recommendations five were carried out, among them light and mattresses. The complaint box is still in the director’s corridor.',
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
      'A roster of 24 lawyers for three stations, to be tried for six months. The bar pays the transport.',
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
      'Custody checklist: a first try with station commanders',
      'Poster of rights for police stations: the short version',
    ],
    notes: [
      'The list was too long: seven commanders cut it from 31 points to 14. They filled it in within four minutes.',
      'The poster now has six lines and drawings. The call to the family was the line most discussed.',
    ],
    advice: [['custody_safeguards', 'Make the checklist part of the handover between shifts.', 'CAT', '11']],
    theirPromises: ['To try the checklist in five stations for three months'],
    ourPromises: ['To print 200 posters and bring them to the capital'],
    tasks: ['Have the checklist translated', 'Collect the filled-in checklists'],
    group: 'station commanders',
  },
  {
    kind: 'email',
    with: ['NGO-NAT', 'NGO-INT', 'ACAD', 'NPM'],
    areas: ['tools'],
    instruments: ['OPCAT'],
    summaries: [
      'Translation of the guide for visiting teams: terms still open',
      'Comments on the chapter on psychiatric hospitals',
      'Order of forty copies of the visiting guide',
    ],
    notes: [
      'They propose another word for “safeguards”, with good reasons. We take it.',
      'Useful remarks on forced treatment; two paragraphs to be rewritten.',
      'Copies for the regional offices, with the exercise book.',
    ],
    tasks: ['Send the corrected pages', 'Have the copies sent'],
  },
  {
    kind: 'conference',
    with: ['REG', 'NGO-INT', 'IO-UN', 'NHRI'],
    areas: ['preventive_mechanisms', 'tools'],
    instruments: ['OPCAT', 'MENDEZ'],
    summaries: [
      'Regional conference on custody in %city: our panel on the first hours',
      'Conference of oversight bodies: launching the interview guide',
    ],
    notes: [
      '130 people from fourteen countries. Requests for the guide from five academies.',
      'The panel with a police commander and a former detainee was the one people spoke of.',
    ],
    tasks: ['Send the guide to the five academies', 'Write down the contacts made'],
    group: 'delegates',
  },
  {
    kind: 'informal',
    with: ['NGO-VICT', 'NGO-NAT', 'MEDIA'],
    areas: ['capacities'],
    summaries: [
      'Concern about reprisals after the report on police custody',
      'A witness has been called in twice since the visit',
      'Threats by telephone after the broadcast on the remand prison',
    ],
    notes: [
      'Came to us in private. No names in any message; contact only by the agreed way. Wishes that nothing is done for now.',
      'The family asks that the case is not mentioned in the meeting with the ministry. We keep to that.',
    ],
    level: 'restricted',
    tasks: ['Ask, by the agreed way, how things stand'],
    assessments: ['The risk is real. Any step of ours must be agreed with them first.'],
  },
  {
    kind: 'meeting',
    with: ['STATE-MIG', 'STATE-MOI', 'STATE-MOH', 'STATE-MOD'],
    areas: ['capacities', 'legal_instruments'],
    instruments: ['CAT', 'OPCAT'],
    summaries: [
      'Holding rooms at the airport: who registers, who visits',
      'Closed wards: consent, restraint and complaints',
      'Access of visitors to places run by the forces',
    ],
    notes: [
      'There is no register before the third day. The director agrees that there should be one and asks for a model.',
      'Restraint is noted in the patient’s file only. A central register would cost nothing.',
      'They know article 4 and say that only the procedure at the gate is missing.',
    ],
    advice: [
      [
        'migration_detention',
        'Open a register from the first hour, and let the mechanism and lawyers see it.',
        'OPCAT',
        '4',
      ],
      [
        'psychiatric',
        'Keep one register of restraint for the whole hospital, with duration and reason.',
        'OPCAT',
        '4',
      ],
    ],
    theirPromises: ['To name a contact person for visits'],
    tasks: ['Send a model register', 'Ask who the contact person is'],
  },
  {
    kind: 'meeting',
    with: ['DONOR-GOV', 'DONOR-FDN', 'DONOR', 'DONOR-IGO'],
    areas: ['tools', 'capacities'],
    summaries: [
      'Support for the interview course: second year',
      'Report on the use of last year’s grant for %C',
    ],
    notes: [
      'Satisfied with the report, except for the figures on women. They want to see a visit.',
      'The new call opens in spring; partners may apply in their own name.',
    ],
    ourPromises: ['To send figures on women and men for each training'],
    tasks: ['Collect the figures by training', 'Check the dates of the new call'],
  },
  {
    kind: 'statement',
    with: ['RELIG', 'MEDIA', 'NGO-NAT', 'STATE-LOCAL'],
    areas: ['legal_instruments'],
    instruments: ['CAT'],
    summaries: ['Joint statement on 26 June', 'Statement on the bill that would lengthen police custody'],
    notes: [
      'Signed by eleven organisations; read out at the cathedral and printed in two papers.',
      'Short and without blame: the figures speak. Taken up by the evening news.',
    ],
    tasks: ['Collect what the press wrote'],
  },
  {
    kind: 'other',
    with: ['POLICE-INT', 'STATE-HEAD', 'STATE'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT'],
    summaries: [
      'Message through a third person about unlisted places',
      'Talk at the edge of a reception about the closed site',
    ],
    notes: [
      'What was said is to be kept between those named on this record. Nothing may be quoted, to anybody, in any form.',
    ],
    level: 'sealed',
  },
];
