const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const two = '2-digit' as const;
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
    formats.set(zone, format);
  }
  return format;
}

/** Day and hour of an instant on the clocks of a zone: `{ on: '2026-10-25', time: '02:30' }`. */
export function clockIn(instant: Date, zone: string): { on: string; time: string } {
  const parts = Object.fromEntries(
    formatIn(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month, day, hour, minute } = parts;
  return { on: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const { on, time } = clockIn(new Date(instant), zone);
  return Date.parse(`${on}T${time}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}

/**
 * The instant at which the clocks of a zone show a day and an hour. An hour that comes twice is its first; one that the
 * clocks leap over is as long after midnight as if they had not (RFC 5545, 3.3.5). Throws RangeError on a false zone.
 */
export function instantOf(on: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${on}T${time}:00Z`);
  const day = 86_400_000;
  const candidates = [offsetAt(wanted - day, zone), offsetAt(wanted + day, zone)].map(
    (offset) => wanted - offset,
  );
  const showing = candidates.filter((instant) => instant + offsetAt(instant, zone) === wanted);
  // None shows it in a gap: the offset from before the leap stands.
  return new Date(showing.length > 0 ? Math.min(...showing) : (candidates[0] ?? wanted));
}
