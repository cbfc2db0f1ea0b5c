import { randomBytes } from 'node:crypto';

/** Addresses that open something by themselves are not for the log. */
function withoutSecret(path: string): string {
  return path.replace(/^\/(feeds|setup)\/.+/, '/$1/…');
}

/**
 * Writes one JSON line to stderr and returns the id under which it was logged. Only the method and the path
 * are named: queries and bodies hold what people typed.
 */
export function logError(error: unknown, request: Request): string {
  const id = randomBytes(6).toString('hex');
  const line = {
    level: 'error',
    id,
    at: new Date().toISOString(),
    method: request.method,
    path: withoutSecret(new URL(request.url).pathname),
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  return id;
}
