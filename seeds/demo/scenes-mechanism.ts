import type { Scene } from './types.ts';

/** Preventive mechanisms: from the choice of a model to the follow-up of their recommendations. */
export const mechanismScenes: readonly Scene[] = [
  {
    kind: 'workshop',
    stages: ['designate'],
    with: ['STATE-MOJ', 'NHRI-COM', 'NHRI-OMB', 'NGO-NAT'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT', 'SPT-NPM'],
    summaries: [
      'Which body for the mechanism: three models compared in %city',
      'Choosing the model: commission, new body or both',
      'National consultation on the mechanism, second round',
    ],
    notes: [
      'The ministry leans to the existing commission, civil society to a new body. {Both accept|Nobody disputes} that visits need a unit with its own staff and budget line.',
      'Representatives of prisons and police took part for the first time. They asked how recommendations would reach them before publication.',
      'The working group will put two options on paper. The one-year term of article 17 was mentioned by the chair himself.',
    ],
    advice: [
      [
        'npm_model',
        'If the commission is chosen, give it a separate unit with its own members, staff and budget line.',
        'OPCAT',
        '18',
      ],
      [
        'npm_designation',
        'Announce a public call for members, with a panel in which civil society has a voice.',
        'OPCAT',
        '18',
      ],
    ],
    theirPromises: ['To set up a drafting group with civil society', 'To report to the SPT on the timetable'],
    tasks: [
      'Write up the options for the drafting group',
      'Ask the SPT secretariat for a video call with the group',
    ],
  },
  {
    kind: 'meeting',
    stages: ['designate', 'build'],
    with: ['STATE-MOJ', 'STATE-PARL'],
    areas: ['preventive_mechanisms', 'legal_instruments'],
    instruments: ['OPCAT'],
    summaries: [
      'Draft law on the mechanism: term and removal of members',
      'NPM bill: powers of access and private interviews',
      'Draft law on the mechanism: what parliament may change',
    ],
    notes: [
      'Article 6 lets the minister remove members “for serious reasons”. They see the problem and would move the decision to the court.',
      'Access is good on paper, but prior notice to the director of the place has crept in. The drafters say it came from the interior.',
      'The bill is clean on interviews and documents. Nothing yet on protection of those who speak to the mechanism.',
    ],
    advice: [
      [
        'npm_law',
        'Delete the prior notice to the head of the place: visits may be unannounced, at any hour.',
        'OPCAT',
        '20',
      ],
      [
        'npm_law',
        'Allow removal of members only by the court, for reasons listed in the law.',
        'OPCAT',
        '18',
      ],
      [
        'npm_law',
        'Add an article that forbids reprisals against anybody who gave information to the mechanism.',
        'OPCAT',
        '21',
      ],
    ],
    theirPromises: ['To send us the bill as adopted by cabinet'],
    tasks: [
      'Send wording on reprisals from four laws',
      'Call the drafter after the inter-ministerial meeting',
    ],
  },
  {
    kind: 'meeting',
    stages: ['build', 'working'],
    with: ['NPM', 'NHRI-COM', 'NHRI-OMB'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT'],
    summaries: [
      'Budget of the mechanism: what next year’s law provides',
      'Annual plan of visits: fewer places, more returns',
      'Follow-up of recommendations: a table that the ministry fills in',
      'The mechanism’s annual report before it goes to parliament',
    ],
    notes: [
      'The line was cut by {a fifth|a tenth|a quarter}. Visits outside %city will stop in the autumn unless the ministry of finance moves.',
      '{24|30|18} visits are planned, a third of them returns. Two members’ terms end in {March|June}; no call has been published yet.',
      'Of {62|48|71} recommendations of last year, {17|21|9} were answered. They want to rank them, and to go back to six places.',
      'The report is ready. They hesitate whether to name the places; we shared what three others do.',
    ],
    advice: [
      [
        'npm_resources',
        'Ask parliament to hear the mechanism on its own budget before the finance bill is voted.',
        'OPCAT',
        '18',
      ],
      [
        'followup_recs',
        'Agree with the ministry on a table of recommendations, with a reply due within ninety days.',
        'OPCAT',
        '22',
      ],
      [
        'monitoring_method',
        'Plan a third of all visits as returns, and a third at night or at weekends.',
        'OPCAT',
        '19',
      ],
      [
        'npm_resources',
        'Publish the annual report in full and hold a press briefing on the day parliament receives it.',
        'OPCAT',
        '23',
      ],
    ],
    theirPromises: [
      'To send us the visit plan for comments',
      'To publish the annual report by the end of the quarter',
    ],
    ourPromises: ['To comment on the draft report within two weeks'],
    tasks: [
      'Read the mechanism’s annual report',
      'Put them in touch with the mechanism of a neighbour',
      'Ask whether the call for members is out',
    ],
  },
  {
    kind: 'peer_exchange',
    stages: ['build', 'working'],
    with: ['NPM', 'NHRI-COM', 'NHRI-OMB', 'NPM-LOCAL'],
    areas: ['preventive_mechanisms', 'capacities'],
    instruments: ['OPCAT', 'SPT-NPM'],
    summaries: [
      'Exchange between mechanisms: visits to police stations at night',
      'Two mechanisms compare how they choose places to visit',
      'Peer exchange on psychiatric hospitals',
    ],
    notes: [
      'Two days, and a night in two stations. The checklist for the first ten minutes was the most copied page.',
      'One chooses by complaints, the other by turns. Both will now keep a few visits free for what the year brings.',
      'Closed wards, consent and restraint. A psychiatrist of one team will join the other on its next visit.',
    ],
    advice: [
      [
        'monitoring_method',
        'Read the register against the cells on arrival, before any talk with the commander.',
        'OPCAT',
        '20',
      ],
    ],
    group: 'members of mechanisms',
    tasks: ['Send both teams the notes and the checklist', 'Fix the date of the return visit'],
  },
  {
    kind: 'online_meeting',
    with: ['STATE-PM', 'STATE-MFA'],
    stages: ['designate', 'build'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT'],
    summaries: [
      'What the SPT expects from %C before its next session',
      'Late designation: how to answer the letter of the SPT',
    ],
    notes: [
      'The letter lists the months of delay. The mission would like a date from the capital and cannot get one.',
      'A reply with three dated steps would do more good than an apology; they will propose it.',
    ],
    advice: [
      [
        'npm_designation',
        'Answer the SPT with three dated steps: bill to cabinet, call for members, first visit.',
        'OPCAT',
        '17',
      ],
    ],
    tasks: ['Ask the capital’s desk officer for the date of the cabinet meeting'],
  },
  {
    kind: 'call',
    stages: ['designate', 'build', 'working'],
    with: ['NGO-NAT', 'NGO-NET', 'NHRI-COM'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT'],
    summaries: [
      'Names in circulation for the mechanism',
      'Call for members: few applications from women',
      'Before the vote: which deputies still hesitate',
    ],
    notes: [
      'Two of the {five|six|seven} names are serving officials. The league will write to the panel, without names.',
      '{Nine|Eleven|Fourteen} applications, {one|two} of them from {a woman|the regions}. The deadline may be moved by two weeks.',
      '{Three|Four|Six} deputies of the majority hesitate because of the costs. A visit of the committee to a mechanism abroad might help.',
    ],
    advice: [
      [
        'npm_designation',
        'Extend the call, publish it in the regions, and aim at a balance of women and men.',
        'OPCAT',
        '18',
      ],
    ],
    level: 'confidential',
    tasks: ['Spread the call among women’s legal associations', 'Call again on the day before the vote'],
    assessments: [
      'The secretary of the panel is the person to talk to; the chair will not move without the ministry.',
      'They overrate their majority. I count at most eleven votes.',
    ],
  },
  {
    kind: 'mission',
    stages: ['designate', 'build', 'working'],
    with: ['STATE-MOJ', 'NPM', 'NHRI-COM', 'STATE-PARL'],
    areas: ['preventive_mechanisms', 'legal_instruments'],
    instruments: ['OPCAT', 'CAT'],
    summaries: [
      'Mission to %city: ministry, parliament, mechanism and civil society',
      'Three days in %city before the budget debate',
    ],
    notes: [
      '{Seven|Six|Nine} meetings in three days. The ministry is open, parliament distracted by the election, and the partners tired of drafts without a date.',
      'What has changed since last year: the interior now sends somebody to each meeting.',
    ],
    advice: [
      [
        'npm_resources',
        'Protect the mechanism’s budget in the finance law by a line of its own.',
        'OPCAT',
        '18',
      ],
    ],
    theirPromises: ['To receive us again after the vote on the finance law'],
    tasks: ['Write the mission report', 'Send thanks to everybody we met'],
  },
];
