import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id is the package's default kind. One hash takes 64 MiB, so only a few may run at once.
const parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const atOnce = 4;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on, not given back: `running` stays as it is when somebody waits.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), parameters));
}

let nobodysHash: Promise<string> | undefined;

/** Whether the password is the one of `passwordHash`. Without a hash it takes as long, and is never right. */
export async function isRightPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(24).toString('base64'));
  const against = passwordHash ?? (await nobodysHash);
  const matches = await inTurn(() => verify(against, password.normalize('NFKC')));
  return matches && typeof passwordHash === 'string';
}
