import type { Db } from '#db/client.ts';
import {
  findReferenceRevision,
  loadReferenceRows,
  type Country,
  type Instrument,
  type Provision,
  type ReferenceRows,
  type Team,
  type Term,
} from '#db/queries/reference.ts';
import type { VocabularyName } from '#db/schema/reference.ts';

export type { Country, Instrument, Provision, Team, Term };

const byKey = <T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T> =>
  new Map(rows.map((row) => [key(row), row]));

/** Countries, instruments, vocabularies and teams in memory, found by code (from outside) or id (from a row). */
export class Reference {
  readonly revision: number;
  readonly countries: readonly Country[];
  readonly instruments: readonly Instrument[];
  readonly provisions: readonly Provision[];
  readonly teams: readonly Team[];
  readonly stageFacts: ReferenceRows['stageFacts'];
  readonly #offered: Map<VocabularyName, Term[]>;
  readonly #termById: Map<number, Term>;
  readonly #termByCode: Map<string, Term>;
  readonly #countryById: Map<number, Country>;
  readonly #countryByIso3: Map<string, Country>;
  readonly #instrumentById: Map<number, Instrument>;
  readonly #instrumentByCode: Map<string, Instrument>;
  readonly #provisionById: Map<number, Provision>;
  readonly #teamById: Map<number, Team>;
  readonly #teamByRef: Map<string, Team>;
  readonly #remembered = new Map<string, unknown>();

  constructor(rows: ReferenceRows) {
    this.revision = rows.revision;
    this.countries = rows.countries;
    this.instruments = rows.instruments;
    this.provisions = rows.provisions;
    this.teams = rows.teams;
    this.stageFacts = rows.stageFacts;
    // asked for a dozen times a page
    this.#offered = new Map();
    for (const term of rows.terms.filter(({ retiredOn }) => !retiredOn)) {
      this.#offered.set(term.vocabulary, [...(this.#offered.get(term.vocabulary) ?? []), term]);
    }
    this.#termById = byKey(rows.terms, (term) => term.id);
    this.#termByCode = byKey(rows.terms, (term) => `${term.vocabulary}/${term.code}`);
    this.#countryById = byKey(rows.countries, (country) => country.id);
    this.#countryByIso3 = byKey(rows.countries, (country) => country.iso3);
    this.#instrumentById = byKey(rows.instruments, (instrument) => instrument.id);
    this.#instrumentByCode = byKey(rows.instruments, (instrument) => instrument.code);
    this.#provisionById = byKey(rows.provisions, (provision) => provision.id);
    this.#teamById = byKey(rows.teams, (team) => team.id);
    this.#teamByRef = byKey(rows.teams, (team) => team.ref);
  }

  /** Terms on offer, in order; a retired one stays readable but is no longer offered. */
  terms(vocabulary: VocabularyName): readonly Term[] {
    return this.#offered.get(vocabulary) ?? [];
  }

  /** The stages of a set, in order, as far as they are on offer. */
  stagesOf(trackId: number): Term[] {
    return this.terms('objective_stage').filter((stage) => stage.parentId === trackId);
  }

  findTerm(vocabulary: VocabularyName, code: string): Term | undefined {
    return this.#termByCode.get(`${vocabulary}/${code}`);
  }

  /** Throws where the reference data was never loaded: `npm run db -- seed reference`. */
  term(vocabulary: VocabularyName, code: string): Term {
    return present(this.findTerm(vocabulary, code), `${vocabulary} “${code}”`);
  }

  termById(id: number): Term {
    return present(this.#termById.get(id), `term ${id}`);
  }

  findCountry(iso3: string): Country | undefined {
    return this.#countryByIso3.get(iso3);
  }

  countryById(id: number): Country {
    return present(this.#countryById.get(id), `country ${id}`);
  }

  findInstrument(code: string): Instrument | undefined {
    return this.#instrumentByCode.get(code);
  }

  instrumentById(id: number): Instrument {
    return present(this.#instrumentById.get(id), `instrument ${id}`);
  }

  provisionById(id: number): Provision {
    return present(this.#provisionById.get(id), `provision ${id}`);
  }

  findProvision(instrumentId: number, code: string): Provision | undefined {
    return this.provisions.find(
      (provision) => provision.instrumentId === instrumentId && provision.code === code,
    );
  }

  teamById(id: number): Team {
    return present(this.#teamById.get(id), `team ${id}`);
  }

  findTeam(ref: string): Team | undefined {
    return this.#teamByRef.get(ref);
  }

  /**
   * Makes once what follows from the reference data alone, or asks for more of it, public as all of it, and keeps that
   * until any of it changes.
   */
  remember<T>(what: string, make: () => T): T {
    const known = this.#remembered.get(what) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.#remembered.set(what, made);
    if (made instanceof Promise) made.catch(() => this.#remembered.delete(what));
    return made;
  }
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The reference data has no ${what}.`);
  return value;
}

/** A label in the reader's language, or in English where it has none. */
export function labelOf(names: Record<string, string>, language: string): string {
  return names[language] ?? names['en'] ?? '';
}

const loaded = new WeakMap<Db, Reference>();

/** The reference data as of now: read again only after somebody changed it, in whatever process. */
export async function currentReference(db: Db): Promise<Reference> {
  const known = loaded.get(db);
  if (known && known.revision === (await findReferenceRevision(db))) return known;
  const fresh = new Reference(await loadReferenceRows(db));
  loaded.set(db, fresh);
  return fresh;
}
