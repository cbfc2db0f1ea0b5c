/** Bodies that a country has, by partner type; `%` is its name. Every country has the first group. */
export const usualBodies: readonly [type: string, name: string, acronym?: string][] = [
  ['STATE-MOJ', 'Ministry of Justice of %'],
  ['STATE-PARL', 'National Assembly of %, Law Committee'],
  ['POLICE-NAT', 'National Police of %'],
  ['NGO-NAT', 'League for Human Rights of %'],
];

/** Two or three of these a country, in turn, so that every type occurs. */
export const furtherBodies: readonly [type: string, name: string, acronym?: string][] = [
  ['STATE-MOI', 'Ministry of the Interior of %'],
  ['STATE-PRISON', 'Prison Administration of %'],
  ['POLICE-ACAD', 'Police Training School of %'],
  ['STATE-MFA', 'Ministry of Foreign Affairs of %'],
  ['JUD-COUNCIL', 'Judicial Training Institute of %'],
  ['NGO-NET', 'Coalition against Torture in %'],
  ['PROF-BAR', 'Bar Association of %'],
  ['STATE-HR', 'Inter-Ministerial Committee on Human Rights Reports of %'],
  ['STATE-PM', 'Permanent Mission of % in Geneva'],
  ['PROS', 'Office of the Prosecutor General of %'],
  ['STATE-HEAD', 'Office of the President of %'],
  ['JUD-COURT', 'Supreme Court of %'],
  ['PROF-MED', 'Association of Forensic Doctors of %'],
  ['DEF', 'Legal Aid Office of %'],
  ['STATE-MOH', 'Ministry of Health of %'],
  ['NGO-VICT', 'Families of Detainees of %'],
  ['ACAD', 'Centre for Criminal Law Studies of %'],
  ['STATE-MIG', 'Immigration Authority of %'],
  ['POLICE-GEND', 'Gendarmerie of %'],
  ['STATE-MOD', 'Ministry of Defence of %'],
  ['POLICE-OVS', 'Police Complaints Board of %'],
  ['MEDIA', 'The % Courier'],
  ['RELIG', 'Prison Chaplaincy of %'],
  ['STATE-LOCAL', 'Association of Municipalities of %'],
  ['POLICE-INT', 'Internal Security Service of %'],
  ['PROF-OTHER', 'Association of Prison Social Workers of %'],
  ['STATE', 'Government Secretariat of %'],
  ['POLICE', 'Inspectorate of Security Services of %'],
  ['JUD', 'Association of Magistrates of %'],
  ['PROF', 'Association of Psychologists of %'],
  ['NPM-LOCAL', 'Preventive Mechanism of the Northern Province, %'],
  ['NGO', 'Open Doors %'],
  ['OTHER', 'Truth and Reconciliation Archive of %'],
  ['PRIV', 'Meridian Custodial Catering, %'],
];

/** Bodies of no country, beside those of the reference data. All invented but for the type. */
export const worldBodies: readonly [type: string, name: string, acronym?: string][] = [
  ['NGO-INT', 'Custody Watch International', 'CWI'],
  ['NGO-INT', 'Doctors for Dignity in Detention', 'DDD'],
  ['DONOR', 'Friends of Prevention Circle'],
  ['DONOR-GOV', 'Nordic Fund for the Rule of Law', 'NFRL'],
  ['DONOR-FDN', 'Lindenhof Foundation'],
  ['DONOR-IGO', 'Joint Rule of Law Facility', 'JRLF'],
  ['NGO-NET', 'Network of Preventive Mechanisms of the South', 'NPMS'],
  ['IO', 'Francophone Legal Cooperation Bureau', 'FLCB'],
  ['ACAD', 'Chair on Places of Detention, Université du Léman'],
];

/** What people are called in a body of each type. */
export const titlesOf: Record<string, readonly string[]> = {
  'STATE-MOJ': [
    'Director of legislation',
    'Adviser to the minister',
    'Head of criminal affairs',
    'Secretary general',
  ],
  'STATE-PARL': ['Rapporteur', 'Chair of the committee', 'Member of the committee', 'Clerk of the committee'],
  POLICE: ['Inspector general', 'Head of training', 'Deputy director', 'Head of the custody unit'],
  NGO: ['President', 'Executive director', 'Programme coordinator', 'Legal officer', 'Head of advocacy'],
  NPM: ['Chair', 'Visiting member', 'Head of the visits unit', 'Executive secretary'],
  NHRI: ['Commissioner', 'Secretary general', 'Head of the monitoring unit', 'Legal adviser'],
  JUD: ['Director of studies', 'Investigating judge', 'President of the chamber', 'Trainer of magistrates'],
  PROS: ['Deputy prosecutor', 'Head of the investigations unit'],
  PROF: ['President', 'Secretary general', 'Member of the council'],
  'STATE-PRISON': ['Director general', 'Head of health services', 'Director of rehabilitation'],
  'STATE-PM': ['First secretary', 'Deputy permanent representative'],
  'STATE-MFA': ['Head of the human rights desk', 'Director for multilateral affairs'],
  STATE: ['Director', 'Technical adviser', 'Head of cabinet', 'Head of unit'],
  DONOR: ['Programme manager', 'Head of grants'],
  ACAD: ['Professor of criminal law', 'Researcher'],
  MEDIA: ['Editor', 'Justice correspondent'],
  IO: ['Human rights officer', 'Secretary', 'Member'],
  REG: ['Member', 'Secretary', 'Legal officer'],
  DEF: ['Director', 'Duty lawyer coordinator'],
};

/** The titles for a type, or for the group it belongs to. */
export function titlesFor(type: string): readonly string[] {
  return titlesOf[type] ?? titlesOf[type.split('-')[0] ?? ''] ?? ['Director', 'Coordinator'];
}
