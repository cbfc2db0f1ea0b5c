import type { Scene } from './types.ts';

/** Work beside the main lines: talks with those who hold people, donors, statements, and what is told in confidence. */
export const otherScenes: readonly Scene[] = [
  {
    kind: 'email',
    with: ['NGO-NAT', 'NGO-INT', 'ACAD', 'NPM'],
    areas: ['tools'],
    instruments: ['OPCAT'],
    summaries: [
      '{Translation of the guide for visiting teams: terms still open|Visiting guide: the translator’s questions}',
      'Comments on the chapter on {psychiatric hospitals|closed wards}',
      'Order of {forty|sixty|twenty-five} copies of the visiting guide',
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
      'The panel with a police commander and a former detainee was the one people spoke of.',
      '{90|130|160} people from {nine|fourteen} countries. Requests for the guide from five academies.',
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
      'Both times for an hour, without a written summons. A lawyer has been found; the telephone is not used.',
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
    summaries: [
      'Joint statement on {26 June|the day against torture}',
      'Statement on the bill that would lengthen police custody',
    ],
    notes: [
      'Signed by {eleven|nine|fourteen} organisations; read out at the cathedral and printed in two papers.',
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
  {
    kind: 'seminar',
    with: ['JUD-COUNCIL', 'JUD-COURT', 'PROS', 'JUD'],
    areas: ['legal_instruments', 'capacities'],
    instruments: ['CAT', 'ISTANBUL'],
    summaries: [
      'Round table of judges: when a confession is all there is',
      'Judges and prosecutors on the exclusion of coerced statements',
    ],
    notes: [
      '{Eighteen|Twenty-two|Fifteen} magistrates. Two told of files in which marks were visible and nobody had asked. The discussion was frank under the Chatham House rule.',
      'They want a short form for ordering a medical examination; today each court writes its own.',
    ],
    advice: [
      [
        'evidence_rule',
        'Ask of one’s own motion how a confession was obtained whenever the accused withdraws it.',
        'CAT',
        '15',
      ],
      [
        'investigation',
        'Adopt one form for ordering a medical examination, based on the Istanbul Protocol.',
        'ISTANBUL',
      ],
    ],
    group: 'judges and prosecutors',
    tasks: ['Draft the one-page form with a forensic doctor'],
  },
];
