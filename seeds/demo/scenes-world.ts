import type { Scene } from './types.ts';

/** Talks with bodies of the world or of a region: of no country, or of many. */
export const worldScenes: readonly Scene[] = [
  {
    kind: 'hearing',
    with: ['REG'],
    areas: ['legal_instruments', 'preventive_mechanisms'],
    instruments: ['ROBBEN', 'LUANDA'],
    summaries: [
      'Briefing of a regional committee before its session',
      'Before the ordinary session: three States on the agenda',
      'Exchange on police custody guidelines with the commission’s rapporteur',
    ],
    notes: [
      'Two members asked for figures on custody beyond 48 hours. The resolution may take up the word “unannounced”.',
      'Three reports are due and one mission is open for dates.',
    ],
    advice: [
      [
        'reporting',
        'Ask each delegation one question on the first hours of custody, and quote the answer in the report.',
        'ROBBEN',
        'II.B',
      ],
    ],
    tasks: ['Send the figures on custody', 'Check the date of the mission'],
  },
  {
    kind: 'meeting',
    with: ['IO-UN'],
    areas: ['preventive_mechanisms'],
    instruments: ['OPCAT'],
    summaries: [
      'The list of States late with their mechanism',
      'Programme of visits for next year: where our partners are ready',
      'Grants for mechanisms: what applicants leave out',
    ],
    notes: [
      'Six States over five years late. A public list is discussed, with little appetite.',
      'Two of the countries are ours. Partners there can be told once the dates are public, not before.',
      'Most applications ask for vehicles. Follow-up of recommendations is hardly ever applied for.',
    ],
    tasks: [
      'Tell the teams what may be said and what not',
      'Send the secretariat our note on late designations',
    ],
    advice: [['npm_designation', 'Publish the months of delay beside each State.', 'OPCAT', '17']],
  },
  {
    kind: 'conference',
    with: ['NGO-INT', 'NGO-NET', 'REG', 'NHRI'],
    areas: ['tools', 'capacities'],
    instruments: ['MENDEZ', 'MANDELA'],
    summaries: [
      'Yearly meeting of visiting bodies: our session on isolation',
      'Meeting of police trainers on interviewing',
      'General assembly of the network of human rights institutions',
    ],
    notes: [
      'Sixty people. The exercise with the floor plan worked even on line.',
      'Five schools want the module in their own language. Two can pay for it.',
      'We had ten minutes and used seven. The guide was out of print by noon.',
    ],
    group: 'delegates',
    tasks: ['Write to the five schools', 'Reprint the guide'],
  },
  {
    kind: 'meeting',
    with: ['DONOR'],
    areas: ['tools'],
    summaries: [
      'Second year of the interview course: what the fund wants to see',
      'Mid-term talk on the programme for mechanisms',
      'A new foundation asks what prevention costs',
    ],
    notes: [
      'They ask for fewer activities and more returns to the same stations. So do we.',
      'Satisfied, but for the figures on women.',
      'Interested in work that takes ten years, which is rare.',
    ],
    ourPromises: ['To send figures on women and men for each training', 'To send a two-page note on costs'],
    tasks: ['Collect the figures by training'],
  },
  {
    kind: 'email',
    with: ['NGO-INT', 'ACAD'],
    areas: ['tools'],
    instruments: ['OPCAT'],
    summaries: [
      'Joint guide on visits to psychiatric hospitals: second proof',
      'Study on mechanisms: our comments on the method',
      'Checklist for airports: who maintains it',
    ],
    notes: [
      'Thirty remarks, four of them on substance.',
      'The sample leaves out mechanisms without a website. We say so.',
      'They keep the English, we keep the French and the Spanish.',
    ],
    tasks: ['Answer the four remarks on substance'],
  },
  {
    kind: 'side_event',
    with: ['IO-UN', 'IO'],
    areas: ['legal_instruments'],
    instruments: ['CAT', 'MENDEZ'],
    summaries: [
      'Side event on interviewing beside the session of the Council',
      'Ratification breakfast with twelve missions',
      'Dialogue with the rapporteur on torture: prevention as a theme',
    ],
    notes: [
      'The police commissioner on the panel convinced more than we could.',
      'Three missions asked for the cost note; one would like to speak first with its neighbour.',
      'Prevention is a chapter of the next report. Contributions until the end of next month.',
    ],
    tasks: ['Send the cost note to three missions', 'Write a contribution for the report'],
  },
];
