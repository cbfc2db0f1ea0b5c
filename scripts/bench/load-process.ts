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
  run(load).then(
    (slot) => process.send?.({ slot } satisfies LoadAnswer),
    (error: unknown) => process.send?.({ failure: String(error) } satisfies LoadAnswer),
  );
});

function run(load: Load): Promise<Slot> {
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
        else if (latencies.length === 0 || result.errors > 0 || wrong.length > 0) {
          const seen =
            [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ') || 'no answer';
          reject(new Error(`${load.path}: ${seen} where ${load.status} was due, ${result.errors} errors.`));
        } else resolve(slotOf(latencies, (ended - started) / 1000));
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
