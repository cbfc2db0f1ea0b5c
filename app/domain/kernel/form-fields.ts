/**
 * The fields of a posted form, by name. Rows of a list are named `advice.0.text`; a field that holds several
 * values (`countries`) is repeated. Built from what `web/` has read and checked.
 */
export class FormFields {
  readonly #values = new Map<string, string[]>();

  constructor(entries: Iterable<readonly [string, string]>) {
    for (const [name, value] of entries) {
      const known = this.#values.get(name);
      if (known) known.push(value);
      else this.#values.set(name, [value]);
    }
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The first value, or '' where the field was not posted. */
  one(name: string): string {
    return this.#values.get(name)?.[0] ?? '';
  }

  /** Every value that is not empty, without repeats, in order. */
  many(name: string): string[] {
    return [...new Set((this.#values.get(name) ?? []).filter((value) => value !== ''))];
  }

  /** The names that begin so, in the order in which they were posted. */
  names(beginning: string): string[] {
    return [...this.#values.keys()].filter((name) => name.startsWith(beginning));
  }

  /** The prefixes (`advice.0`, `advice.2`) of the rows of a list, in the order of their numbers. */
  rows(list: string): string[] {
    const numbers = new Set<number>();
    for (const name of this.#values.keys()) {
      const match = /^([a-z]+)\.(\d{1,3})\./i.exec(name);
      if (match?.[1] === list) numbers.add(Number(match[2]));
    }
    return [...numbers].sort((a, b) => a - b).map((number) => `${list}.${number}`);
  }
}

/** Messages in the words of the person who filled the form, by field name (`date`, `advice.0.text`). */
export type FormErrors = Record<string, string>;
