export interface Named {
  value: string;
  label: string;
  group?: string;
}

/** What the lists of the form offer, in the reader's language. Plain values: they travel to the browser. */
export interface FormChoices {
  me: string;
  today: string;
  language: string;
  zone: string;
  kinds: Named[];
  workAreas: (Named & { mark: string | null; hue: string | null })[];
  instruments: Named[];
  /** Of the countries chosen. */
  objectives: Named[];
  /** `value`: `<instrument>/<provision>`; `group`: the instrument's code. */
  provisions: Named[];
  topics: Named[];
  partnerTypes: Named[];
  countries: Named[];
  /** Missions and conferences of these months, of which it may be a part. */
  wholes: Named[];
  staff: Named[];
  /** The teams in whose name the actor may write. */
  teams: Named[];
  levels: (Named & { hint: string })[];
}
