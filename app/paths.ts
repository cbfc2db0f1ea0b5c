type Query = Record<string, string | readonly string[] | undefined>;

/** Every address of the site. Parts that vary are refs, iso3 or codes: never ids. */
export const pathTo = {
  desk: () => '/',
  signIn: (to?: string) => withQuery('/login', { to: to === '/' ? undefined : to }),
  signOut: () => '/logout',
  setUp: (token: string) => `/setup/${token}`,
  interactions: (query?: Query) => withQuery('/interactions', query),
  interactionsFile: (query?: Query) => withQuery('/interactions.csv', query),
  newInteraction: (query?: Query) => withQuery('/interactions/new', query),
  interaction: (ref: string) => `/interactions/${ref}`,
  interactionHeld: (ref: string) => `/interactions/${ref}/held`,
  interactionEvent: (ref: string) => `/interactions/${ref}.ics`,
  interactionPlan: (ref: string) => `/interactions/${ref}/plan`,
  interactionArchival: (ref: string) => `/interactions/${ref}/archival`,
  editInteraction: (ref: string, query?: Query) => withQuery(`/interactions/${ref}/edit`, query),
  organisations: (query?: Query) => withQuery('/organisations', query),
  organisation: (ref: string, query?: Query) => withQuery(`/organisations/${ref}`, query),
  people: (query?: Query) => withQuery('/people', query),
  person: (ref: string, query?: Query) => withQuery(`/people/${ref}`, query),
  countries: (query?: Query) => withQuery('/countries', query),
  country: (iso3: string) => `/countries/${iso3}`,
  calendar: (query?: Query) => withQuery('/calendar', query),
  followUps: (query?: Query) => withQuery('/follow-ups', query),
  newFollowUp: (query?: Query) => withQuery('/follow-ups/new', query),
  followUp: (ref: string) => `/follow-ups/${ref}`,
  followUpEvent: (ref: string) => `/follow-ups/${ref}.ics`,
  followUpCompletion: (ref: string) => `/follow-ups/${ref}/completion`,
  followUpSnooze: (ref: string) => `/follow-ups/${ref}/snooze`,
  followUpAssignment: (ref: string) => `/follow-ups/${ref}/assignment`,
  followUpArchival: (ref: string) => `/follow-ups/${ref}/archival`,
  editFollowUp: (ref: string) => `/follow-ups/${ref}/edit`,
  moveFollowUps: (query?: Query) => withQuery('/follow-ups/move', query),
  followUpsFile: (query?: Query) => withQuery('/follow-ups.csv', query),
  advice: (query?: Query) => withQuery('/advice', query),
  commitments: (query?: Query) => withQuery('/commitments', query),
  reviews: (query?: Query) => withQuery('/reviews', query),
  reviewsFile: (query?: Query) => withQuery('/reviews.csv', query),
  newReview: (query?: Query) => withQuery('/reviews/new', query),
  review: (ref: string) => `/reviews/${ref}`,
  editReview: (ref: string) => `/reviews/${ref}/edit`,
  reviewArchival: (ref: string) => `/reviews/${ref}/archival`,
  reviewDeadlines: (ref: string) => `/reviews/${ref}/deadlines`,
  newRecommendations: (ref: string) => `/reviews/${ref}/recommendations`,
  deadline: (ref: string) => `/deadlines/${ref}`,
  deadlineCompletion: (ref: string) => `/deadlines/${ref}/completion`,
  deadlineRemoval: (ref: string) => `/deadlines/${ref}/removal`,
  recommendations: (query?: Query) => withQuery('/recommendations', query),
  recommendationsFile: (query?: Query) => withQuery('/recommendations.csv', query),
  recommendation: (ref: string) => `/recommendations/${ref}`,
  editRecommendation: (ref: string) => `/recommendations/${ref}/edit`,
  recommendationResponse: (ref: string) => `/recommendations/${ref}/response`,
  recommendationLinks: (ref: string) => `/recommendations/${ref}/links`,
  recommendationArchival: (ref: string) => `/recommendations/${ref}/archival`,
  commitmentsFile: (query?: Query) => withQuery('/commitments.csv', query),
  commitment: (ref: string) => `/commitments/${ref}`,
  commitmentSettlement: (ref: string) => `/commitments/${ref}/settlement`,
  workArea: (code: string, query?: Query) => withQuery(`/work-areas/${encodeURIComponent(code)}`, query),
  instruments: () => '/instruments',
  instrument: (code: string, query?: Query) => withQuery(`/instruments/${encodeURIComponent(code)}`, query),
  draft: (ref: string) => `/drafts/${ref}`,
  suggestPartners: (query: Query) => withQuery('/suggest/partners', query),
  suggestSimilar: (query: Query) => withQuery('/suggest/similar', query),
  suggestLines: () => '/suggest/lines',
  suggestChoices: (list: string, query: Query) => withQuery(`/suggest/choices/${list}`, query),
  suggestPositions: (query: Query) => withQuery('/suggest/positions', query),
  suggestAudience: (query: Query) => withQuery('/suggest/audience', query),
  suggestAssignees: (query: Query) => withQuery('/suggest/assignees', query),
  suggestMemory: (query: Query) => withQuery('/suggest/memory', query),
  search: (query?: Query) => withQuery('/search', query),
  settings: () => '/settings',
  notificationSettings: () => '/settings/notifications',
  inbox: (query?: Query) => withQuery('/inbox', query),
  notification: (ref: string) => `/inbox/${ref}`,
  notificationMutes: () => '/notification-mutes',
  failedMails: (query?: Query) => withQuery('/admin/mails', query),
  failedMail: (id: string) => `/admin/mails/${encodeURIComponent(id)}`,
  feeds: () => '/settings/feeds',
  feedRevocation: (ref: string) => `/settings/feeds/${ref}/revocation`,
  feed: (token: string) => `/feeds/${token}.ics`,
  accounts: (query?: Query) => withQuery('/admin/accounts', query),
  newAccount: () => '/admin/accounts/new',
  account: (ref: string) => `/admin/accounts/${ref}`,
  accountAccess: (ref: string) => `/admin/accounts/${ref}/access`,
  teams: () => '/admin/teams',
  team: (ref: string) => `/admin/teams/${ref}`,
};

/** Leaves out what is undefined or empty; a list becomes one parameter for each of its values. */
export function withQuery(path: string, query: Query = {}): string {
  // A page has hundreds of links, and URLSearchParams takes five times as long to write the same.
  let search = '';
  for (const name in query) {
    for (const value of [query[name] ?? ''].flat()) {
      if (value !== '') search += `${search === '' ? '?' : '&'}${encoded(name)}=${encoded(value)}`;
    }
  }
  return path + search;
}

const encoded = (text: string): string =>
  /^[\w.-]*$/.test(text) ? text : encodeURIComponent(text).replaceAll('%20', '+');
