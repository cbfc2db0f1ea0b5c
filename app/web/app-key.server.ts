import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.server.ts';

/**
 * The secret from which all keys derive. Production must be given one; elsewhere it is made once and kept in the
 * data directory, readable by its owner only. Throws one clear line when production lacks it.
 */
export function appKeyFor(config: Pick<Config, 'appKey' | 'production' | 'directory'>): string {
  if (config.appKey) return config.appKey;
  if (config.production) {
    throw new Error(
      'APP_KEY is missing. Make one with "openssl rand -base64 48", keep it outside the data directory, and set it in the environment.',
    );
  }
  const path = join(config.directory, 'app-key');
  mkdirSync(config.directory, { recursive: true });
  try {
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it first: that one is the key.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
