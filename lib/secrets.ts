/**
 * Seals values that must not be read from a stolen database: AES-256-GCM, a fresh nonce for each value, and
 * the row and column it belongs to as associated data, so that a sealed text cannot be moved elsewhere (T8).
 * Sealed text: `keyId.nonce.ciphertext+tag`, base64url.
 */
import 'server-only';
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from './env';

const TAG_BYTES = 16;

/** Where a sealed value lives, for example `items.access_token:<id>`. */
export type SealedPlace = `${string}.${string}:${string}`;

export class SealError extends Error {
  override name = 'SealError';
}

export function seal(value: string, place: SealedPlace): string {
  const [first] = env().ENCRYPTION_KEYS;
  if (!first) throw new SealError('There is no key to seal with.');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [first.id, nonce.toString('base64url'), body.toString('base64url')].join('.');
}

/** The value again; throws `SealError` when the text was changed, moved, or sealed by a key we do not have. */
export function open(sealed: string, place: SealedPlace): string {
  const [keyId, nonce = '', body = ''] = sealed.split('.');
  const entry = env().ENCRYPTION_KEYS.find(({ id }) => id === keyId);
  if (!entry) throw new SealError('The key that sealed this value is not configured.');
  try {
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', entry.key, Buffer.from(nonce, 'base64url'))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealError('A sealed value does not open: it was changed or moved.', { cause });
  }
}

/** A one-way fingerprint for look-ups by a secret that itself is not kept. */
export function fingerprint(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}

/** Compares two secrets without telling by the time it takes how much of them agrees. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(fingerprint(a)), Buffer.from(fingerprint(b)));
}
