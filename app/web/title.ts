/** The title of a page of a record; on a page of an error there is none to tell. */
export function titled(name: string | undefined): [{ title: string }] {
  return [{ title: name ? `${name} · Rapport` : 'Rapport' }];
}
