const ADVICE = [
  '',
  'country=TGO',
  'work_area=capacities&status=given',
  'status=adopted',
  'waiting=30',
  'topic=npm_law&sort=date_asc',
  'sensitivity=restricted',
  'sensitivity=sealed',
  'sensitivity=confidential&country=PER',
  'from=2026-01-01&instrument=OPCAT',
];

/** Every door to advice: the register by each filter, every record whether it may be seen or not, forms, the export. */
export function adviceAddresses(
  refs: Record<'advice' | 'people' | 'organisations' | 'interactions', string[]>,
): string[] {
  return [
    ...ADVICE.map((query) => `/advice?${query}`),
    ...refs.people.slice(0, 4).map((ref) => `/advice?person=${ref}`),
    ...refs.organisations.map((ref) => `/advice?organisation=${ref}`),
    '/advice?recipient=men',
    '/advice.csv?country=TGO',
    '/advice/new?country=TGO',
    '/advice/0000000000',
    ...refs.advice.flatMap((ref) => [`/advice/${ref}`, `/advice/${ref}/edit`]),
    ...refs.interactions.slice(0, 8).map((ref) => `/advice/new?interaction=${ref}`),
  ];
}
