import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Keys for separate uses, all derived from APP_KEY. `id` names the APP_KEY they came from. */
export interface Keys {
  id: string;
  audit: Buffer;
  sealing: Buffer;
  drafts: Buffer;
  parcels: Buffer;
}

const derive = (appKey: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', appKey, 'rapport', use, 32));

/** Throws where `appKey` is shorter than 32 characters: it is the root of every other key. */
export function deriveKeys(appKey: string): Keys {
  if (appKey.length < 32) throw new Error('APP_KEY must have at least 32 characters of random text.');
  return {
    id: createHash('sha256').update(`id:${appKey}`).digest('hex').slice(0, 8),
    audit: derive(appKey, 'audit'),
    sealing: derive(appKey, 'sealed text'),
    drafts: derive(appKey, 'drafts'),
    parcels: derive(appKey, 'parcels'),
  };
}

const PREFIX = 'sealed';

/**
 * AES-256-GCM. `place` says where the text stands (`table|column|ref`) and is authenticated with it, so that a
 * sealed text moved to another row does not open. Answers `sealed:<key id>:<base64 of nonce, tag, text>`.
 */
export function seal(keys: Keys, key: Buffer, place: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(`${keys.id}|${place}`));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${PREFIX}:${keys.id}:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
}

/** Throws where the text was sealed under another APP_KEY, stood elsewhere, or was altered. */
export function unseal(keys: Keys, key: Buffer, place: string, sealed: string): string {
  const [prefix, keyId, body] = sealed.split(':');
  if (prefix !== PREFIX || !keyId || body === undefined) throw new Error('This text is not sealed.');
  if (keyId !== keys.id) throw new Error(`This text was sealed under another APP_KEY (${keyId}).`);
  const bytes = Buffer.from(body, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(`${keyId}|${place}`));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
