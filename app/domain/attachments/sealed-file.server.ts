import { createCipheriv, createDecipheriv, createHmac, randomBytes, type Hmac } from 'node:crypto';
import { Transform } from 'node:stream';
import type { Keys } from '../kernel/keys.server.ts';

// A sealed file is: eight characters of the key's id, the nonce, the encrypted content, the tag (AES-256-GCM).
const KEY_ID = 8;
const NONCE = 12;
const TAG = 16;

const aad = (keys: Keys): Buffer => Buffer.from(`${keys.id}|stored_file|content`);

/**
 * What a sealed file goes by: a keyed hash of its content, so that whoever holds the disk cannot ask whether a
 * document they know is among them.
 */
export function sealedHash(keys: Keys): Hmac {
  return createHmac('sha256', keys.sealing).update('stored file\0');
}

/** Encrypts what passes through. */
export function sealing(keys: Keys): Transform {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.sealing, nonce).setAAD(aad(keys));
  let begun = false;
  const begin = (stream: Transform) => {
    if (!begun) stream.push(Buffer.concat([Buffer.from(keys.id), nonce]));
    begun = true;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      begin(this);
      done(null, cipher.update(chunk));
    },
    flush(done) {
      begin(this);
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

/** Throws where it was sealed under another APP_KEY, was altered, or is not the content that `hash` names. */
export function unsealedContent(keys: Keys, sealed: Buffer, hash: string): Buffer {
  const keyId = sealed.subarray(0, KEY_ID).toString('latin1');
  if (keyId !== keys.id) throw new Error(`This file was sealed under another APP_KEY (${keyId}).`);
  const nonce = sealed.subarray(KEY_ID, KEY_ID + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', keys.sealing, nonce).setAAD(aad(keys));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const body = sealed.subarray(KEY_ID + NONCE, sealed.length - TAG);
  const content = Buffer.concat([decipher.update(body), decipher.final()]);
  if (sealedHash(keys).update(content).digest('hex') !== hash)
    throw new Error('A sealed file is not the one that stood here.');
  return content;
}
