import { randomBytes } from 'node:crypto';

/** No I, L, O, U: what is read out on the phone is not mistaken. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that joins what a person was told to a line of the log: `K7QM-2XPD`. */
export function newReference(): string {
  const word = Array.from(randomBytes(8), (byte) => signs[byte % signs.length]).join('');
  return `${word.slice(0, 4)}-${word.slice(4)}`;
}
