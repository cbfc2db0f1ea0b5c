import { createHash } from 'node:crypto';
import type { RandomBytes } from '../kernel/refs.ts';

/** 256 random bits: whoever knows them reads the feed. Kept as a digest only. */
export function makeFeedToken(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}

export function isFeedToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

export function hashOfFeedToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
