const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const SPOKEN = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/i;

/**
 * "15 April 2027" and "Apr 2027", as people copy them from a programme, as 2027-04-15 and 2027-04. Anything else stays
 * as it was typed, for whoever checks it to say what is wrong.
 */
export function spokenDay(text: string): string {
  const [, day, word = '', year = ''] = SPOKEN.exec(text.trim()) ?? [];
  const month = MONTHS.findIndex((name) => word !== '' && name.startsWith(word.toLowerCase()));
  if (month < 0) return text;
  return [year, String(month + 1).padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-');
}
