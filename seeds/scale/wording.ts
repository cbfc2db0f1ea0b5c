// Words from which names and texts of the large data set are put together.

export const givenNames = (
  'Amina Kofi Marie Jean Ana Luis Elena Pavel Nino Tariq Leila Youssef Fatou Ibrahim Grace Peter Maria José Sofia Andrei Aylin ' +
  'Mehmet Li Wei Hana Kenji Arjun Priya Thida Sokha Mele Sione Ruth David Camila Diego Ewa Piotr Jelena Marko Aigul Nurlan Chipo ' +
  'Tendai Rasoa Hery Zeinab Omar Ines Tiago Solveig Łukasz Zoë Günther'
).split(' ');

export const familyNames = (
  'Mensah Diallo Traoré Okafor Mwangi Ndlovu Banda Rakoto Haddad Mansour Benali García Rodríguez Silva Pereira Quispe Rojas Novak ' +
  'Kowalska Petrov Ivanova Popescu Yılmaz Demir Beridze Karimov Sharma Perera Rahman Nguyen Chea Santos Wijaya Tanaka Kim Tuilagi ' +
  'Taufa Smith Martin Dubois Müller Jansen Larsen Øst Lindqvist Kovács Horvat Hoxha Abdi Tesfaye Kamau Moyo Zulu Phiri Coulibaly Sow'
).split(' ');

/** Partner type and the English name of such a body; `%` is the place. */
export const bodies: readonly [partnerType: string, name: string][] = [
  ['STATE-MOJ', 'Ministry of Justice of %'],
  ['STATE-MOI', 'Ministry of the Interior of %'],
  ['STATE-MFA', 'Ministry of Foreign Affairs of %'],
  ['STATE-PRISON', 'Prison Service of %'],
  ['POLICE-NAT', 'National Police of %'],
  ['POLICE-ACAD', 'Police Academy of %'],
  ['NHRI-COM', 'Human Rights Commission of %'],
  ['NPM', 'Preventive Mechanism of %'],
  ['STATE-PARL', 'Parliament of %'],
  ['JUD-COUNCIL', 'Judicial Training Institute of %'],
  ['PROF-BAR', 'Bar Association of %'],
  ['NGO-NAT', 'Prison Watch %'],
  ['NGO-NET', 'Coalition against Torture in %'],
  ['NGO-NAT', 'League for Human Rights, %'],
  ['PROF-MED', 'Medical Association of %'],
  ['ACAD', 'University of %, Faculty of Law'],
  ['NGO-VICT', 'Families of Detainees in %'],
  ['MEDIA', 'The % Observer'],
];

export const titles = [
  'Director of legislation',
  'Legal adviser',
  'Head of training',
  'Secretary general',
  'Commissioner',
  'Programme coordinator',
  'Deputy director',
  'Head of the monitoring unit',
  'Judge',
  'Member of the law committee',
  'Inspector general',
  'Researcher',
];

export const summaries: readonly [kind: string, area: string, text: string][] = [
  ['meeting', 'preventive_mechanisms', 'Draft law on the preventive mechanism: seat, budget and immunity'],
  ['meeting', 'legal_instruments', 'Definition of torture in the revised penal code'],
  ['training', 'capacities', 'Interviewing suspects without coercion, module for investigators'],
  ['call', 'preventive_mechanisms', 'Nomination of members before the deadline'],
  ['workshop', 'tools', 'Trying out the custody checklist with station commanders'],
  ['online_meeting', 'legal_instruments', 'Preparing the alternative report to the Committee'],
  ['visit_detention', 'capacities', 'Follow-up visit to the remand prison'],
  ['letter', 'preventive_mechanisms', 'Invitation to ratify the Optional Protocol'],
  ['legal_comments', 'legal_instruments', 'Comments on the criminal procedure bill, access to a lawyer'],
  ['seminar', 'preventive_mechanisms', 'Exchange between mechanisms on visits to police stations'],
  ['email', 'tools', 'Translation of the toolkit: terms still open'],
  ['accompany_visit', 'capacities', 'Accompanied visit to the central prison and debriefing'],
];

export const places = [
  'the central prison',
  'the capital',
  'the northern region',
  'the police headquarters',
  'the remand centre',
  'Geneva',
];

export const notes = [
  'They agree on the principle and hesitate about the budget. A second talk is planned once the ministry of finance has answered.',
  'The text before cabinet keeps the separate budget line. Immunity of members after their mandate is still open.',
  'Participants asked for cases from their own stations. The next module should start from the custody register.',
  'Two members had read our comments. The chair wants a short comparison with the neighbours before the vote.',
  'The delegation saw all wings. Private interviews were possible; the register of sanctions was not shown.',
];

export const advices: readonly [topic: string, text: string][] = [
  ['npm_law', 'Give the mechanism a separate budget line voted by parliament.'],
  ['npm_designation', 'Let an independent panel shortlist the members, after a public call.'],
  [
    'crime_of_torture',
    'Take the definition of article 1 into the penal code, without a limit on prosecution.',
  ],
  [
    'custody_safeguards',
    'Grant access to a lawyer from the first minute of custody, and record when it was offered.',
  ],
  ['interviewing', 'Replace the interrogation module by one on effective interviewing.'],
  ['solitary', 'Cap solitary confinement at fifteen days and exclude it for minors.'],
  ['monitoring_method', 'Plan unannounced visits at night, in pairs, with a doctor.'],
];

export const tasks = [
  'Send the comparison of laws',
  'Call back before the vote',
  'Check progress on our advice',
  'Draft written comments',
  'Send thanks and the toolkit',
];

export const promises = [
  'To send the draft law before it goes to cabinet',
  'To name a contact point for the mechanism',
  'To share the visit report within a month',
  'To comment on the curriculum',
];
