/** Gathers the words of a file up to a length: a longer text is found by its beginning. */
export class TextSink {
  static readonly most = 2_000_000;
  readonly #pieces: string[] = [];
  #length = 0;

  get isFull(): boolean {
    return this.#length >= TextSink.most;
  }

  add(text: string): void {
    if (this.isFull) return;
    this.#pieces.push(text.slice(0, TextSink.most - this.#length));
    this.#length += text.length;
  }

  /** Without what no column takes and nobody looks for: NUL, lone surrogates, spaces in a row. */
  text(): string {
    return this.#pieces
      .join('')
      .replace(/\0|\p{Surrogate}/gu, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n\s*/g, '\n')
      .trim();
  }
}
