// The load: a process of its own, told by messages what to ask for and how hard. It answers each with a Slot.
import { randomBytes } from 'node:crypto';
import autocannon from 'autocannon';
import { slotOf, type Slot } from './figures.ts';

export interface Load {
  url: string;
  path: string;
  /** Sent as it is. No Accept-Encoding: neither side compresses. */
  headers: Record<string, string>;
  /** A form to post; `{key}` in it is another key each time. */
  form?: string;
  status: number;
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
  const { form } = load;
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
        requests: [
          {
            method: form === undefined ? 'GET' : 'POST',
            path: load.path,
            headers: load.headers,
            ...(form === undefined ? {} : { setupRequest: (one) => ({ ...one, body: withKey(form) }) }),
          },
        ],
      },
      (error, result) => {
        const wrong = [...statuses].filter(([status]) => status !== load.status);
        if (error) reject(error);
        else if (result.errors > 0 || wrong.length > 0) {
          const seen = [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
          reject(new Error(`${load.path}: ${seen} where ${load.status} was due, ${result.errors} errors.`));
        } else resolve(latencies.length === 0 ? undefined : slotOf(latencies, (ended - started) / 1000));
      },
    );
    cannon.on('response', (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
      ended = performance.now();
      latencies.push(milliseconds);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
  });
}

function withKey(form: string): string {
  return form.replaceAll('{key}', randomBytes(10).toString('hex'));
}
