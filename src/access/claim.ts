import { createHash, timingSafeEqual } from 'node:crypto';

/** Only a digest of the claim code is stored: a copy of the database gives nobody the role. */
export const digestOf = (code: string): string => createHash('sha256').update(code.trim().toUpperCase()).digest('hex');

/** Compares in constant time. */
export function isClaimCode(typed: string, digest: string | null): boolean {
  if (digest === null) return false;
  return timingSafeEqual(Buffer.from(digestOf(typed), 'hex'), Buffer.from(digest, 'hex'));
}
