/**
 * Whether there is such an IANA time zone. Offsets such as "+05:00", which some engines take for zones, are none: other
 * programs, calendars among them, do not know them.
 */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
