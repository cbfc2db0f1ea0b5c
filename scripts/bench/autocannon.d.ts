// The part of autocannon that the load process uses; the package has no types of its own.
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface Request {
    method: string;
    path: string;
    headers: Record<string, string>;
    body?: string;
    setupRequest?(request: Request): Request;
  }
  interface Options {
    url: string;
    connections: number;
    duration: number;
    /** How often, in ms, it looks whether the time is up. */
    sampleInt: number;
    /** Seconds after which an answer is given up. */
    timeout: number;
    requests: Request[];
  }
  interface Result {
    errors: number;
    timeouts: number;
  }
  export default function autocannon(
    options: Options,
    done: (error: Error | null, result: Result) => void,
  ): EventEmitter;
}
