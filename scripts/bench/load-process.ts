// The load: a process of its own, told by messages what to ask for and how hard. It answers each with a Slot.
import { randomBytes } from 'node:crypto';
import autocannon from 'autocannon';
import { slotOf, type Slot } from './figures.ts';

export interface Question {
  path: string;
  /** Sent as it is. No Accept-Encoding: neither side compresses. */
  headers: Record<string, string>;
  /** A form to post; `{key}` in it is another key each time. */
  form?: string;
  status: number;
}

export interface Load extends Question {
  url: string;
  /** A write before each question, which is not measured: nothing can be known from the answer before. */
  before?: Question;
  connections: number;
  seconds: number;
}

export type LoadAnswer = { slot: Slot } | { failure: string };

process.on('message', (load: Load) => {
  runUntilAnswered(load).then(
    (slot) => process.send?.({ slot } satisfies LoadAnswer),
    (error: unknown) => process.send?.({ failure: String(error) } satisfies LoadAnswer),
  );
});

/** A slot may be too short for a machine that is busy: it is then tried again, longer. */
async function runUntilAnswered(load: Load): Promise<Slot> {
  for (let seconds = load.seconds; ; seconds *= 4) {
    const slot = await run({ ...load, seconds });
    if (slot) return slot;
    if (seconds > 20) throw new Error(`${load.path}: no answer within ${seconds.toFixed(0)} s.`);
  }
}

function run(load: Load): Promise<Slot | undefined> {
  const { before } = load;
  const due = [load.status, ...(before ? [before.status] : [])];
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let ended = started;
    const cannon = autocannon(
      {
        url: load.url,
        connections: load.connections,
        duration: load.seconds,
        sampleInt: 50,
        timeout: 20,
        requests: [...(before ? [before] : []), load].map(requestOf),
      },
      (error, result) => {
        const wrong = [...statuses].filter(([status]) => !due.includes(status));
        if (error) reject(error);
        else if (result.errors > 0 || wrong.length > 0) {
          const seen = [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
          reject(
            new Error(`${load.path}: ${seen} where ${due.join(' or ')} was due, ${result.errors} errors.`),
          );
        } else resolve(latencies.length === 0 ? undefined : slotOf(latencies, (ended - started) / 1000));
      },
    );
    cannon.on('response', (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
      ended = performance.now();
      if (status === load.status) latencies.push(milliseconds);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
  });
}

function requestOf({ path, headers, form }: Question) {
  if (form === undefined) return { method: 'GET', path, headers };
  const setupRequest = <T>(one: T) => ({ ...one, body: withKey(form) });
  return { method: 'POST', path, headers, setupRequest };
}

function withKey(form: string): string {
  return form.replaceAll('{key}', randomBytes(10).toString('hex'));
}
