/**
 * What stands in the form that logs or edits an interaction: text as typed, so that nothing is lost on the way.
 * The same value is drawn by the page, changed by its buttons (with and without JavaScript), kept as a draft and
 * compared when two people edit. `parse-interaction.ts` turns it into what the use cases take.
 */
export interface InteractionForm {
  /** Submission key: posting the same form twice makes one record. */
  key: string;
  /** Version of the record when the form was opened; '' on a new one. */
  version: string;
  kind: string;
  date: string;
  endDate: string;
  /** Ref of the mission or conference that this was a part of; '' for none. */
  partOf: string;
  time: string;
  /** 'yes': people who took part are shown in the posts they held on the date, which was changed. */
  titlesAfresh: string;
  place: string;
  attribution: string;
  team: string;
  countries: string[];
  /** 'yes' once somebody changed the countries by hand: until then they follow from the partners. */
  countriesChosen: string;
  workAreas: string[];
  instruments: string[];
  /** Refs of objectives that it pushes. */
  objectives: string[];
  participants: ParticipantRow[];
  staff: string[];
  summary: string;
  notes: string;
  assessment: string;
  sensitivity: string;
  readers: string[];
  assessmentReaders: string[];
  /** Refs of colleagues who are mentioned in the notes, may not read them, and are left untold. */
  untold: string[];
  advice: AdviceRow[];
  commitments: CommitmentRow[];
  followUps: FollowUpRow[];
  /** Ref of the follow-up that this fulfils: saving completes it. '' where there is none. */
  followUp: string;
  /** 'yes': the follow-up stays open all the same. */
  followUpOpen: string;
}

/** 'new-person' and 'new-organisation' are created when the interaction is saved. */
export type ParticipantKind = 'person' | 'organisation' | 'group' | 'new-person' | 'new-organisation';

export interface Row {
  /** Ref of a row that is saved already; '' on one that is being added. */
  ref: string;
  /** 'yes': the row is taken out when the form is saved. A saved row that a form does not mention stays. */
  remove: string;
}

export interface ParticipantRow extends Row {
  /** Names the row within the form (`new:` recipients point at it). */
  key: string;
  kind: ParticipantKind;
  person: string;
  organisation: string;
  /** Ref of the position in which the person took part; '' for the one they held on the date. */
  position: string;
  /** What is shown on the chip; of a person or organisation to be created, its name. */
  name: string;
  title: string;
  organisationName: string;
  /** For a new organisation. */
  partnerType: string;
  country: string;
  /** 'yes' once a likely duplicate was seen and refused. */
  confirmed: string;
  headcount: string;
  women: string;
}

/**
 * A partner in a list of choices: `organisation:<ref>`, `person:<ref>`, or `new:<key>` of a participant row that
 * will be created. A commitment is by one of these, or by `us`.
 */
export type PartnerToken = string;

export interface AdviceRow extends Row {
  text: string;
  topic: string;
  /** Empty: the partners who took part. */
  recipients: PartnerToken[];
  instrument: string;
  /** `<instrument>/<provision>`, such as `OPCAT/18`. */
  provision: string;
  /** Empty: as the interaction's. */
  workAreas: string[];
  countries: string[];
}

export interface CommitmentRow extends Row {
  text: string;
  by: PartnerToken;
  due: string;
  workAreas: string[];
  countries: string[];
}

export interface FollowUpRow extends Row {
  title: string;
  assignee: string;
  due: string;
  workAreas: string[];
  countries: string[];
}

export const blankParticipant = (key: string, kind: ParticipantKind): ParticipantRow => ({
  ref: '',
  remove: '',
  key,
  kind,
  person: '',
  organisation: '',
  position: '',
  name: '',
  title: '',
  organisationName: '',
  partnerType: '',
  country: '',
  confirmed: '',
  headcount: '',
  women: '',
});

export const blankAdvice = (): AdviceRow => ({
  ref: '',
  remove: '',
  text: '',
  topic: '',
  recipients: [],
  instrument: '',
  provision: '',
  workAreas: [],
  countries: [],
});

export const blankCommitment = (): CommitmentRow => ({
  ref: '',
  remove: '',
  text: '',
  by: '',
  due: '',
  workAreas: [],
  countries: [],
});

export const blankFollowUp = (assignee: string, due: string): FollowUpRow => ({
  ref: '',
  remove: '',
  title: '',
  assignee,
  due,
  workAreas: [],
  countries: [],
});

/** The empty form: today, by me, held by my team. */
export function blankInteraction(start: {
  key: string;
  today: string;
  me: string;
  team: string;
}): InteractionForm {
  return {
    key: start.key,
    version: '',
    kind: '',
    date: start.today,
    endDate: '',
    partOf: '',
    time: '',
    titlesAfresh: '',
    place: '',
    attribution: 'on_record',
    team: start.team,
    countries: [],
    countriesChosen: '',
    workAreas: [],
    instruments: [],
    objectives: [],
    participants: [],
    staff: [start.me],
    summary: '',
    notes: '',
    assessment: '',
    sensitivity: 'internal',
    readers: [],
    assessmentReaders: [],
    untold: [],
    advice: [],
    commitments: [],
    followUps: [],
    followUp: '',
    followUpOpen: '',
  };
}

/** A row that nobody has filled in yet says nothing and is left out when the form is saved. */
export const isBlankAdvice = (row: AdviceRow): boolean => row.text.trim() === '' && row.ref === '';
export const isBlankCommitment = (row: CommitmentRow): boolean => row.text.trim() === '' && row.ref === '';
export const isBlankFollowUp = (row: FollowUpRow): boolean => row.title.trim() === '' && row.ref === '';
