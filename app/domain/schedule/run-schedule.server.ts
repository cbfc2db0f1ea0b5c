import { setTimeout } from 'node:timers/promises';
import { deleteLease, updateLease } from '#db/queries/leases.ts';
import type { TimedContext } from '../mail/mail-context.ts';
import type { TimedTask } from './timed-tasks.server.ts';

const LEASE = 'timed work';

export interface ScheduleOptions {
  context: Omit<TimedContext, 'signal'>;
  tasks: readonly TimedTask[];
  /** Names this process; no other has the same. */
  holder: string;
  /** Told of a task that failed, and of a lease that could not be asked for. */
  onFault(task: string, error: unknown): void;
  /** Milliseconds between looks at the clock, and seconds that a lease lasts unrenewed. */
  pace?: { look: number; lease: number };
}

/**
 * Runs the tasks by the clock while this process holds the lease of the deployment; others look from time to time, and
 * one takes over when the lease is given back or has run out. Answers what stops it: it waits for what is running, a
 * few seconds at most, and gives the lease back.
 */
export function runSchedule(options: ScheduleOptions): () => Promise<void> {
  const { context, tasks, holder, onFault, pace = { look: 2000, lease: 30 } } = options;
  const { db } = context;
  const stopping = new AbortController();
  const begun = new Map<string, number>();
  let lost = new AbortController();
  let held = false;

  const renew = async (): Promise<void> => {
    const had = held;
    held = await updateLease(db, LEASE, holder, pace.lease).catch((error: unknown) => {
      onFault('lease', error);
      return false;
    });
    if (had && !held) lost.abort();
    if (!had && held) lost = new AbortController();
  };

  const turn = async (): Promise<void> => {
    await renew();
    for (const task of tasks) {
      if (!held || stopping.signal.aborted) return;
      // Measured by a clock that nobody can put forward or back.
      const now = performance.now();
      const last = begun.get(task.name);
      if (last !== undefined && now - last < task.every * 1000) continue;
      begun.set(task.name, now);
      const signal = AbortSignal.any([stopping.signal, lost.signal]);
      await task.run({ ...context, signal }).catch((error: unknown) => onFault(task.name, error));
    }
  };

  // A task may last longer than the lease: it is renewed meanwhile.
  const renewing = setInterval(
    () => {
      if (held) void renew();
    },
    (pace.lease * 1000) / 3,
  );
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await turn();
      await pause(pace.look, stopping.signal);
    }
  })();

  return async () => {
    stopping.abort();
    clearInterval(renewing);
    await Promise.race([running, pause(5000)]);
    if (held) await deleteLease(db, LEASE, holder);
  };
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, { ref: false, signal }).catch(() => undefined);
}
