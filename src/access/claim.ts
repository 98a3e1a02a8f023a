import { createHash, timingSafeEqual } from 'node:crypto';

/** No letter or digit that is taken for another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** `K7QM-2XPD`: forty bits of a keyed digest, short enough to type. */
export function claimCodeFrom(keyed: string): string {
  const bytes = createHash('sha256').update(keyed).digest().subarray(0, 8);
  const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Only a digest of the claim code is stored: a copy of the database gives nobody the role. */
export const digestOf = (code: string): string => createHash('sha256').update(code.trim().toUpperCase()).digest('hex');

/** Compares in constant time. */
export function isClaimCode(typed: string, digest: string | null): boolean {
  if (digest === null) return false;
  return timingSafeEqual(Buffer.from(digestOf(typed), 'hex'), Buffer.from(digest, 'hex'));
}
