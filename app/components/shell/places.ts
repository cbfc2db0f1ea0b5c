export interface Place {
  label: string;
  href: string;
  /** How much waits there, in figures. */
  count?: string;
  current?: boolean;
}

/** The place of the list that a path lies in: the longest that begins it. */
export function markCurrent(places: readonly Place[], pathname: string): Place[] {
  let best = -1;
  places.forEach(({ href }, index) => {
    const inside = href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
    if (inside && (best < 0 || href.length > (places[best]?.href.length ?? 0))) best = index;
  });
  return places.map((place, index) => (index === best ? { ...place, current: true } : place));
}
