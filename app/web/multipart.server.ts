/** A posted form that cannot be read as one. */
export class BadMultipart extends Error {
  override name = 'BadMultipart';
}

export interface Part {
  name: string;
  /** Undefined for a field of text. */
  fileName: string | undefined;
  /** To be read to its end before the next part is asked for. */
  content: AsyncGenerator<Buffer, void>;
}

const HEAD_LIMIT = 8 * 1024;
const MOST_PARTS = 100;

/**
 * The parts of a `multipart/form-data` body as they arrive, never more of it in memory than a piece. Throws BadMultipart.
 * Request.formData() would hold the whole body, several times over.
 */
export async function* readMultipart(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<Part, void> {
  const reader = new Reader(body, boundaryOf(contentType));
  await reader.skipToBoundary();
  for (let count = 0; await reader.hasPart(); count += 1) {
    if (count === MOST_PARTS) throw new BadMultipart('A form with too many parts.');
    const part = { ...readHead(await reader.head()), content: reader.content() };
    yield part;
    // what nobody wanted to read
    await drained(part.content);
  }
}

async function drained(content: AsyncGenerator<Buffer, void>): Promise<void> {
  while (!(await content.next()).done);
}

function boundaryOf(contentType: string): string {
  const match = /^multipart\/form-data;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType,
  );
  const boundary = match?.[1] ?? match?.[2];
  if (!boundary) throw new BadMultipart('A form without a boundary.');
  return boundary;
}

class Reader {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #delimiter: Buffer;
  // as if the line before the first boundary had ended
  #rest: Buffer = Buffer.from('\r\n');
  #ended = false;

  constructor(body: AsyncIterable<Uint8Array>, boundary: string) {
    this.#source = body[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  }

  async skipToBoundary(): Promise<void> {
    await drained(this.content());
  }

  /** After a boundary: a line end where a part follows, two dashes where none does. */
  async hasPart(): Promise<boolean> {
    await this.#fill(2);
    const next = this.#take(2).toString('latin1');
    if (next !== '\r\n' && next !== '--') throw new BadMultipart('A boundary with something behind it.');
    return next === '\r\n';
  }

  async head(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end >= 0 && end <= HEAD_LIMIT) return this.#take(end + 4).toString('utf8');
      if (this.#rest.length > HEAD_LIMIT) throw new BadMultipart('A part with too long a head.');
      await this.#fill(this.#rest.length + 1);
    }
  }

  /** What comes before the next boundary, which is taken too. */
  async *content(): AsyncGenerator<Buffer, void> {
    const { length } = this.#delimiter;
    for (;;) {
      const at = this.#rest.indexOf(this.#delimiter);
      if (at >= 0) {
        const last = this.#take(at);
        this.#take(length);
        if (last.length > 0) yield last;
        return;
      }
      // the end of what is here may be the beginning of a boundary
      const sure = this.#rest.length - length + 1;
      if (sure > 0) yield this.#take(sure);
      await this.#fill(this.#rest.length + 1);
    }
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #fill(least: number): Promise<void> {
    while (this.#rest.length < least) {
      const next = this.#ended ? { done: true as const, value: undefined } : await this.#source.next();
      if (next.done) {
        this.#ended = true;
        throw new BadMultipart('A form that ends before its end.');
      }
      this.#rest =
        this.#rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#rest, next.value]);
    }
  }
}

function readHead(head: string): Pick<Part, 'name' | 'fileName'> {
  const line = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1];
  const parameter = (name: string) =>
    line === undefined ? undefined : new RegExp(`(?:^|[;\\s])${name}="([^"\\r\\n]*)"`).exec(line)?.[1];
  const name = parameter('name');
  if (name === undefined) throw new BadMultipart('A part without a name.');
  const fileName = parameter('filename');
  return { name: unescaped(name), fileName: fileName === undefined ? undefined : unescaped(fileName) };
}

/** The three characters that browsers escape in names, and no other. */
const unescaped = (text: string): string =>
  text.replace(/%(22|0A|0D)/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
