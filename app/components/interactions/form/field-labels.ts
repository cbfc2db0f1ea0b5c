const LABELS: Record<string, string> = {
  kind: 'Kind',
  date: 'Date',
  endDate: 'Last day',
  partOf: 'Part of',
  time: 'Time',
  place: 'Place',
  attribution: 'May be quoted',
  team: 'Team',
  countries: 'Countries',
  workAreas: 'Work areas',
  instruments: 'Instruments',
  objectives: 'Objectives',
  staff: 'Our staff',
  summary: 'Summary',
  notes: 'Notes',
  assessment: 'Assessment',
  sensitivity: 'Sensitivity',
  readers: 'Readers',
  assessmentReaders: 'Assessment readers',
};
const ROWS: Record<string, string> = {
  participants: 'Participants',
  advice: 'Advice given',
  commitments: 'Commitments',
  followUps: 'Follow-ups',
};

/** The words over a field, for somebody who meets it away from its place. */
export function fieldLabel(field: string): string {
  const [list = '', , part] = field.split('.');
  return LABELS[field] ?? (part ? `${ROWS[list] ?? list}: ${part}` : field);
}
