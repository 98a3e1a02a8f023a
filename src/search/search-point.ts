import { readEmail } from '../lib/email.ts';
import { phoneParts, readPhone } from '../lib/phone.ts';
import { fold } from '../lib/text.ts';

/** Where a point's two digests belong: that of the standard form, and that of a phone's national number. */
export const pointPlaces = { value: 'ContactPoint.value', short: 'ContactPoint.short' } as const;

/** What a query could be as a way to reach somebody: standard forms, and numbers within whatever country. */
export interface PointReading {
  readonly standard: readonly string[];
  readonly short: readonly string[];
}

/** Fewer digits are an extension or a year, not somebody's number. */
const fewestDigits = 6;
const longest = 60;

/** Digits enough and no letters: only then is it worth asking for the workspace's country. */
export function couldBePhone(query: string): boolean {
  const typed = fold(query.slice(0, longest + 1));
  return typed.length <= longest && !/\p{L}/u.test(typed) && digitsOf(typed).length >= fewestDigits;
}

/**
 * Reads a query as an e-mail address or a phone number in any format: full-width digits, spaces, `+86`, `0086`, `86`, a
 * trunk zero, or the bare national number. `country` (ISO 3166 alpha-2) is whose national numbers are meant.
 */
export function readingsOfPoint(query: string, country: string | null): PointReading {
  const email = readEmail(query);
  if (email.ok) return { standard: [email.value], short: [] };
  if (!couldBePhone(query)) return { standard: [], short: [] };
  const typed = fold(query);
  const digits = digitsOf(typed);
  const parts = [typed, `+${digits.replace(/^00/, '')}`].flatMap((spelling) => {
    const read = readPhone(spelling, { country });
    return read.ok ? [phoneParts(read.value)] : [];
  });
  return {
    standard: unique(parts.map(({ number }) => number)),
    short: unique([...parts.map(({ national }) => national), digits.replace(/^0+/, '')]),
  };
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** The digests under which such a point may be stored. `blinds` is the vault's: a value and its place → keyed digests. */
export const blindsOf = (
  reading: PointReading,
  blinds: (value: string, place: string) => readonly string[],
): readonly string[] => [
  ...reading.standard.flatMap((value) => blinds(value, pointPlaces.value)),
  ...reading.short.flatMap((value) => blinds(value, pointPlaces.short)),
];
