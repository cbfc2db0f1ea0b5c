import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';

// Several files as one stream: for each a line of JSON with its name and size, then its bytes.

export interface PackedFile {
  name: string;
  path: string;
}

/** The stream of some files. */
export async function* pack(files: readonly PackedFile[]): AsyncGenerator<Buffer> {
  for (const { name, path } of files) {
    const { size } = await stat(path);
    yield Buffer.from(`${JSON.stringify([name, size])}\n`);
    let sent = 0;
    for await (const chunk of createReadStream(path)) {
      sent += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
    if (sent !== size) throw new Error(`${path} changed while it was read: try again.`);
  }
}

const longestLine = 10_000;

/** Writes the files of a stream below `folder`. Answers their names. Throws where the stream is none of ours. */
export async function unpack(stream: AsyncIterable<Buffer>, folder: string): Promise<string[]> {
  const names: string[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let left = 0;
  let output: ReturnType<typeof createWriteStream> | undefined;
  for await (const chunk of stream) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length > 0) {
      if (left === 0) {
        const end = rest.indexOf('\n');
        if (end < 0 && rest.length < longestLine) break;
        const [name, size] = readLine(rest.subarray(0, end).toString('utf8'));
        rest = rest.subarray(end + 1);
        names.push(name);
        await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
        output = createWriteStream(join(folder, name), { mode: 0o600 });
        left = size;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0 && !output?.write(piece) && output) await once(output, 'drain');
      if (left === 0 && output) {
        output.end();
        await once(output, 'close');
      }
    }
  }
  if (left > 0 || rest.length > 0) throw new Error('The backup is cut short.');
  return names;
}

function readLine(line: string): [name: string, size: number] {
  const [name, size] = JSON.parse(line) as [unknown, unknown];
  if (
    typeof name !== 'string' ||
    !Number.isSafeInteger(size) ||
    !/^(?:copy|(?:plain|sealed)\/[0-9a-f/]+)$/.test(name)
  )
    throw new Error('The backup holds something that no backup of Rapport does.');
  return [name, Number(size)];
}
