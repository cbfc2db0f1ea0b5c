import type { Scene } from './types.ts';

/** Legal instruments: ratification, criminal law, procedure, reports to treaty bodies. */
export const lawScenes: readonly Scene[] = [
  {
    kind: 'meeting',
    stages: ['ratify'],
    with: ['STATE-MFA', 'STATE-MOJ'],
    areas: ['legal_instruments', 'preventive_mechanisms'],
    instruments: ['OPCAT'],
    summaries: [
      'What ratifying the OPCAT would ask of %C in its first year',
      'OPCAT: the ministry’s list of open questions',
      'Ratification file: who still has to be heard before cabinet',
    ],
    notes: [
      'The main worry is unannounced visits to military sites. We showed how article 4 has been read by others and left the comparison table.',
      'They had been told that a new institution would be needed. Relieved to hear that an existing commission may be named if it has the powers.',
      'The legal department supports ratification; the finance desk has asked for an estimate before anything goes to cabinet.',
    ],
    advice: [
      [
        'ratify_opcat',
        'Ratify without a declaration under article 24, and use the year before designation to consult civil society.',
        'OPCAT',
        '24',
      ],
      [
        'ratify_opcat',
        'Send the ratification bill to parliament together with a note on costs, based on the visits of the existing commission.',
        'OPCAT',
        '3',
      ],
    ],
    theirPromises: [
      'To put the ratification bill on the cabinet list this quarter',
      'To share the opinion of the attorney general on the OPCAT',
    ],
    tasks: [
      'Send the cost estimates of three mechanisms of similar size',
      'Ask the permanent mission when the file will be back',
    ],
  },
  {
    kind: 'letter',
    stages: ['ratify'],
    with: ['STATE-HEAD', 'STATE-MFA'],
    areas: ['preventive_mechanisms', 'legal_instruments'],
    instruments: ['OPCAT'],
    summaries: [
      'Invitation to ratify the OPCAT, with the list of neighbours bound',
      'Letter after the UPR pledge: next steps towards the OPCAT',
    ],
    notes: [
      'Sent on paper and by e-mail. Refers to the recommendation that the State accepted at its last review.',
      'Copy to the ministry of justice. We offer a one-day seminar for both ministries.',
    ],
    tasks: [
      'Call the office to see where the letter lies',
      'Ask the embassy in Geneva to mention the letter',
    ],
  },
  {
    kind: 'hearing',
    with: ['STATE-PARL'],
    areas: ['legal_instruments'],
    instruments: ['CAT'],
    summaries: [
      '{Hearing on the crime of torture|The crime of torture in the revised penal code|Torture as an offence of its own: hearing of the committee}',
      'Law committee: {penalties and prescription for torture|when torture would lapse}',
      'Evidence to the committee: why abuse of authority is not enough',
    ],
    notes: [
      '{Six|Nine|Seven} members present. Most questions were on whether acts of private persons with the consent of an official are covered.',
      'The rapporteur would accept the definition of article 1 word for word. The penalty scale is where the resistance lies.',
      'The committee asked for the wording used by three other parliaments. The vote is expected before the recess.',
    ],
    advice: [
      [
        'crime_of_torture',
        'Take over the four elements of article 1, including discrimination as a purpose, and punish attempt and complicity.',
        'CAT',
        '4',
      ],
      [
        'crime_of_torture',
        'Provide that the offence does not lapse, and that no amnesty or pardon may cover it.',
        'CAT',
        '4',
      ],
      [
        'evidence_rule',
        'Write the exclusion of statements obtained by torture into the code of procedure, with the burden of proof on the prosecution.',
        'CAT',
        '15',
      ],
    ],
    theirPromises: ['To circulate our written comments to all members before the vote'],
    tasks: ['Send the wording used by three other parliaments', 'Draft the amendment on prescription'],
  },
  {
    kind: 'legal_comments',
    with: ['STATE-MOJ', 'STATE-PARL'],
    areas: ['legal_instruments'],
    instruments: ['CAT', 'ICCPR'],
    summaries: [
      'Comments on the code of criminal procedure: {the first 48 hours|from arrest to judge}',
      '{Second|Third} set of comments on the {custody chapter of the procedure bill|procedure bill: lawyer, doctor, register}',
      'Comments on the prison bill: {discipline and complaints|isolation and who orders it}',
    ],
    notes: [
      '{Nine|Seven|Twelve} pages, article by article. Main points: access to a lawyer before the first interview, medical examination on request, one register for every place.',
      'The new draft keeps the right to a lawyer but lets the prosecutor delay it by {24|12|48} hours without a reason. We propose a closed list of grounds.',
      'Solitary confinement is now capped at {20|21|30} days. We quote rule 44 and the practice of four prison services.',
    ],
    advice: [
      [
        'custody_safeguards',
        'Give access to a lawyer from the moment of arrest and before any interview, and strike out the prosecutor’s power to delay it.',
        'CAT',
        '11',
      ],
      [
        'custody_safeguards',
        'Keep one custody register per place, open to the mechanism and the judge, with hours and signatures.',
        'CAT',
        '11',
      ],
      [
        'solitary',
        'Cap solitary confinement at fifteen days, and rule it out for minors and people with a mental illness.',
        'MANDELA',
      ],
    ],
    theirPromises: [
      'To answer our comments in writing',
      'To invite us to the next reading of the working group',
    ],
    tasks: [
      'Ask which of our points made it into the new draft',
      'Read the version sent to the government secretariat',
    ],
  },
  {
    kind: 'online_meeting',
    with: ['NGO-NAT', 'NGO-NET', 'PROF-BAR'],
    areas: ['legal_instruments'],
    instruments: ['CAT'],
    summaries: [
      'Alternative report to the Committee: {who writes which chapter|figures are the weak point}',
      '{Preparing the list of issues|Questions for the Committee|List of issues}: {five questions, not fifteen|what to leave out|custody first}',
      'After the concluding observations: {dividing the follow-up|who writes to whom|a year for three points}',
    ],
    notes: [
      'Three organisations will share the work. Figures on pre-trial detention are the weak point: the bar will ask its members in {four|three|six} towns.',
      'Agreed to name only what can be documented. Two testimonies are left out because the families have not agreed.',
      'The follow-up paragraphs cover the lawyer’s access, the mechanism’s budget and one case. The deadline is a year from now.',
    ],
    advice: [
      [
        'reporting',
        'Keep the report to ten pages, and end every chapter with one recommendation that can be measured.',
        'CAT',
        '19',
      ],
      [
        'strategy',
        'Brief two diplomatic missions before the session, so that the questions are on the table early.',
      ],
    ],
    ourPromises: ['To read the whole draft within ten days of receiving it'],
    tasks: [
      'Comment on the chapter on police custody',
      'Find a translator for the summary',
      'Check the deadline of the secretariat',
    ],
  },
  {
    kind: 'side_event',
    with: ['STATE-PM', 'NGO-INT'],
    areas: ['legal_instruments', 'preventive_mechanisms'],
    instruments: ['OPCAT', 'CAT'],
    summaries: [
      'Side event with %C: twenty years of visits, what changed',
      'Side event on reprisals after visits, with %C among the sponsors',
    ],
    notes: [
      'About {forty|sixty|thirty} people. The ambassador spoke of the mechanism’s budget as a commitment, which is new.',
      'Four sponsors. The text on reprisals was taken up in the statement of the group two days later.',
    ],
    tasks: ['Send thanks and the pictures to the mission'],
  },
  {
    kind: 'meeting',
    with: ['STATE-HR', 'STATE-MFA', 'STATE-PM'],
    areas: ['legal_instruments'],
    instruments: ['CAT', 'ICCPR'],
    summaries: [
      'The overdue report to the Committee: the simplified procedure as a way out',
      'UPR {mid-term report: what can be shown on torture|recommendations on detention, half-way}',
      'Recommendations on detention: {who answers for which|a table for all ministries}',
    ],
    notes: [
      '{Four|Three|Six} years late. They would take the simplified procedure if somebody explained it to the line ministries; we offered half a day.',
      'Good meeting, technical and open. The unit has {three|two|four} people for all treaties and one month left.',
      'The table lists {31|27|44} recommendations on detention. For {eleven|nine|sixteen} of them no ministry has been named.',
    ],
    advice: [
      [
        'reporting',
        'Accept the simplified reporting procedure, and publish the report when it is sent.',
        'CAT',
        '19',
      ],
      ['followup_recs', 'Name one ministry for each recommendation, and publish the table twice a year.'],
    ],
    theirPromises: ['To send us the table of recommendations once it has been cleared'],
    tasks: [
      'Send the model reply of another State',
      'Propose two dates for the half-day with the ministries',
    ],
  },
];
